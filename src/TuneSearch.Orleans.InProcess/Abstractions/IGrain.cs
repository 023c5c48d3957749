using Orleans.Runtime;

namespace Orleans;

/// <summary>Marks an interface as a grain's. Its methods return <see cref="Task"/> or <see cref="Task{TResult}"/>.</summary>
public interface IGrain : IAddressable;
