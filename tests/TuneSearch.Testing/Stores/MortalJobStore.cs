using System.Collections.Immutable;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Storage;

namespace TuneSearch.Testing.Stores;

/// <summary>
/// One process's way to a store: it can die, after which nothing it does reaches the store any more; for a while its disk can be full, or the store away, and the
/// answer to a write that was made can get lost.
/// </summary>
public sealed class MortalJobStore(IJobStore store) : IJobStore
{
    private volatile bool _isDead;
    private volatile bool _isFull;
    private volatile bool _isAway;
    private volatile int _refusals;
    private volatile int _answersToLose;

    public bool IsFull
    {
        get => _isFull;
        set => _isFull = value;
    }

    public bool IsAway
    {
        get => _isAway;
        set => _isAway = value;
    }

    /// <summary>Writes that were refused because the disk was full.</summary>
    public int Refusals => _refusals;

    public void Die() => _isDead = true;

    /// <summary>The next append reaches the store, and its writer hears of a failure: a connection that breaks right after the commit.</summary>
    public void LoseNextAnswer() => _answersToLose = 1;

    public Task CreateAsync(StoredJob job, CancellationToken cancellationToken) => Writing(() => store.CreateAsync(job, cancellationToken));

    public Task<StoredJob?> FindAsync(string id, CancellationToken cancellationToken) => Living(() => store.FindAsync(id, cancellationToken));

    public Task<ImmutableArray<StoredJob>> ListAsync(CancellationToken cancellationToken) => Living(() => store.ListAsync(cancellationToken));

    public async Task<long> AppendAsync(string id, long expectedVersion, ImmutableArray<JobEvent> events, CancellationToken cancellationToken)
    {
        var version = await Writing(() => store.AppendAsync(id, expectedVersion, events, cancellationToken));
        return Interlocked.Exchange(ref _answersToLose, 0) == 0 ? version : throw new StoreException("The connection was lost after the commit.");
    }

    public Task<ImmutableArray<JobEvent>> ReadAsync(string id, long fromVersion, CancellationToken cancellationToken) =>
        Living(() => store.ReadAsync(id, fromVersion, cancellationToken));

    public Task PutEvidenceAsync(string id, int trial, string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        Writing(() => store.PutEvidenceAsync(id, trial, name, content, cancellationToken));

    public Task<ReadOnlyMemory<byte>?> GetEvidenceAsync(string id, int trial, string name, CancellationToken cancellationToken) =>
        Living(() => store.GetEvidenceAsync(id, trial, name, cancellationToken));

    public Task<ImmutableArray<EvidenceName>> ListEvidenceAsync(string id, CancellationToken cancellationToken) =>
        Living(() => store.ListEvidenceAsync(id, cancellationToken));

    public Task PutStateAsync(string key, string? json, CancellationToken cancellationToken) => Writing(() => store.PutStateAsync(key, json, cancellationToken));

    public Task<string?> GetStateAsync(string key, CancellationToken cancellationToken) => Living(() => store.GetStateAsync(key, cancellationToken));

    public Task<bool> SwapStateAsync(string key, string? expected, string? json, CancellationToken cancellationToken) =>
        Writing(() => store.SwapStateAsync(key, expected, json, cancellationToken));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private T Living<T>(Func<T> action) =>
        _isDead ? throw new StoreException("This process is dead.")
        : _isAway ? throw new StoreException("The store is away.")
        : action();

    private T Writing<T>(Func<T> action)
    {
        if (_isFull)
        {
            Interlocked.Increment(ref _refusals);
            throw new StoreException("The disk is full.");
        }

        return Living(action);
    }
}
