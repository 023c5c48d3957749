using Orleans.Storage;

namespace Orleans.Runtime;

/// <summary>One injected state of one activation.</summary>
internal sealed class PersistentState<TState>(string name, GrainId grainId, IGrainStorage storage) : IPersistentState<TState>, IGrainState<TState>, ILoadedState
{
    public TState State { get; set; } = CreateEmpty();

    public string? Etag => ETag;

    public string? ETag { get; set; }

    public bool RecordExists { get; set; }

    TState? IGrainState<TState>.State
    {
        get => State;
        set => State = value ?? CreateEmpty();
    }

    public Task ReadStateAsync() => storage.ReadStateAsync(name, grainId, this);

    public Task WriteStateAsync() => storage.WriteStateAsync(name, grainId, this);

    public async Task ClearStateAsync()
    {
        await storage.ClearStateAsync(name, grainId, this);
        State = CreateEmpty();
    }

    private static TState CreateEmpty() => Activator.CreateInstance<TState>();
}
