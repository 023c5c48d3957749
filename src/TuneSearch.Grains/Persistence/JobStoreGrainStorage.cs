using System.Globalization;
using Orleans.Storage;
using TuneSearch.Core.Storage;

namespace TuneSearch.Grains.Persistence;

/// <summary>Keeps grain state in the job store's state table: one value a state, with its version as etag.</summary>
internal sealed class JobStoreGrainStorage(IJobStore store) : IGrainStorage
{
    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var stored = await store.GetStateAsync(KeyOf(stateName, grainId), CancellationToken.None);
        Take(grainState, stored is null ? null : CoreJson.Read<StoredState<T>>(stored));
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var version = grainState.ETag is { } etag ? long.Parse(etag, CultureInfo.InvariantCulture) : 0;
        var written = new StoredState<T>(version + 1, grainState.State);
        await SwapAsync(stateName, grainId, grainState, CoreJson.Write(written));
        grainState.ETag = EtagOf(written);
        grainState.RecordExists = true;
    }

    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        await SwapAsync(stateName, grainId, grainState, null);
        Take(grainState, null);
    }

    private static string KeyOf(string stateName, GrainId grainId) => $"grain/{stateName}/{grainId}";

    private static string EtagOf<T>(StoredState<T> stored) => stored.Version.ToString(CultureInfo.InvariantCulture);

    private static void Take<T>(IGrainState<T> grainState, StoredState<T>? stored)
    {
        grainState.State = stored is { State: { } state } ? state : Activator.CreateInstance<T>();
        grainState.ETag = stored is null ? null : EtagOf(stored);
        grainState.RecordExists = stored is not null;
    }

    /// <summary>Replaces the value only where its version is the one that was read, in one atomic step of the store.</summary>
    private async Task SwapAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState, string? json)
    {
        var key = KeyOf(stateName, grainId);
        var stored = await store.GetStateAsync(key, CancellationToken.None);
        var storedEtag = stored is null ? null : EtagOf(CoreJson.Read<StoredState<T>>(stored));
        if (storedEtag != grainState.ETag || !await store.SwapStateAsync(key, stored, json, CancellationToken.None))
        {
            throw new InconsistentStateException(
                $"State '{stateName}' of grain {grainId} was written by another activation meanwhile. Read it again.", storedEtag, grainState.ETag);
        }
    }
}
