using Orleans.Runtime;

namespace Orleans.Storage;

/// <summary>A storage provider: registered as a keyed service under the name that <see cref="PersistentStateAttribute"/> gives.</summary>
public interface IGrainStorage
{
    Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState);

    /// <exception cref="InconsistentStateException">The stored version is not the one that <paramref name="grainState"/> was read as.</exception>
    Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState);

    /// <exception cref="InconsistentStateException">The stored version is not the one that <paramref name="grainState"/> was read as.</exception>
    Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState);
}
