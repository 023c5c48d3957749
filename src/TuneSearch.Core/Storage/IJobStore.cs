using System.Collections.Immutable;
using TuneSearch.Core.Jobs;

namespace TuneSearch.Core.Storage;

/// <summary>Where jobs, their events and their evidence are kept.</summary>
/// <remarks>
/// Guarantees of every adapter, checked by one conformance suite:
/// every call that returned is on disk and survives the process being killed at any instant;
/// events of a job are read back in the order appended, each exactly once;
/// an append whose expected version is not the job's is refused whole with <see cref="ConcurrencyException"/> and changes nothing;
/// reading never waits for a writer to finish a job; calls may come from several threads at once;
/// a store that fails for its own reasons says so by <see cref="StoreException"/>, writes nothing by halves and can be used again once the reason is gone.
/// </remarks>
public interface IJobStore : IAsyncDisposable
{
    /// <summary>Adds a job.</summary>
    /// <exception cref="JobExistsException">The id exists.</exception>
    Task CreateAsync(StoredJob job, CancellationToken cancellationToken);

    Task<StoredJob?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>All jobs, newest first.</summary>
    Task<ImmutableArray<StoredJob>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Appends events in one transaction and returns the new version (the number of events).</summary>
    /// <exception cref="ConcurrencyException">The job is at another version.</exception>
    /// <exception cref="NoSuchJobException">The job is not stored.</exception>
    Task<long> AppendAsync(string id, long expectedVersion, ImmutableArray<JobEvent> events, CancellationToken cancellationToken);

    /// <summary>The events after <paramref name="fromVersion"/>, in order.</summary>
    Task<ImmutableArray<JobEvent>> ReadAsync(string id, long fromVersion, CancellationToken cancellationToken);

    /// <summary>Keeps a file of evidence (profile, heap dump, log) with a trial; the same name again replaces it.</summary>
    /// <exception cref="NoSuchJobException">The job is not stored.</exception>
    Task PutEvidenceAsync(string id, int trial, string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);

    Task<ReadOnlyMemory<byte>?> GetEvidenceAsync(string id, int trial, string name, CancellationToken cancellationToken);

    Task<ImmutableArray<EvidenceName>> ListEvidenceAsync(string id, CancellationToken cancellationToken);

    /// <summary>State of a grain or another part that is a single value under a key; null removes it.</summary>
    Task PutStateAsync(string key, string? json, CancellationToken cancellationToken);

    Task<string?> GetStateAsync(string key, CancellationToken cancellationToken);

    /// <summary>Puts <paramref name="json"/> under the key only where <paramref name="expected"/> (null for nothing) still stands there; says whether it did. Atomic.</summary>
    Task<bool> SwapStateAsync(string key, string? expected, string? json, CancellationToken cancellationToken);
}
