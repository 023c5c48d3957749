using Orleans.Core;

namespace Orleans.Runtime;

/// <summary>A grain's stored state, injected where a constructor parameter carries <see cref="PersistentStateAttribute"/>; read before <see cref="IGrainBase.OnActivateAsync"/>.</summary>
public interface IPersistentState<TState> : IStorage<TState>;
