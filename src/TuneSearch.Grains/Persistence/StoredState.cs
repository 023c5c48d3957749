namespace TuneSearch.Grains.Persistence;

/// <param name="Version">Counts the writes of the state; its text is the etag.</param>
internal sealed record StoredState<T>(long Version, T? State);
