namespace TuneSearch.Core.Storage;

/// <summary>Somebody else has appended to the job meanwhile.</summary>
public sealed class ConcurrencyException(string id, long expected, long actual)
    : Exception($"Job '{id}' is at version {actual}, not {expected}: another writer appended first. Read the job again and decide anew.")
{
    public string Id { get; } = id;

    public long Expected { get; } = expected;

    public long Actual { get; } = actual;
}
