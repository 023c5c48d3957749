using System.Collections.Immutable;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Storage;

namespace TuneSearch.Storage.Memory;

/// <summary>A store for the life of the process: for runs that need no daemon, and for tests. It keeps every guarantee but survival.</summary>
public sealed class MemoryJobStore : IJobStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (StoredJob Job, ImmutableList<JobEvent> Events)> _jobs = new(StringComparer.Ordinal);
    private readonly SortedDictionary<(string Job, int Trial, string Name), byte[]> _evidence = [];
    private readonly Dictionary<string, string> _state = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];

    public Task CreateAsync(StoredJob job, CancellationToken cancellationToken) => Locked(() =>
    {
        if (!_jobs.TryAdd(job.Id, (job, [])))
        {
            throw new JobExistsException(job.Id);
        }

        _order.Add(job.Id);
        return true;
    });

    public Task<StoredJob?> FindAsync(string id, CancellationToken cancellationToken) =>
        Locked(() => _jobs.TryGetValue(id, out var found) ? found.Job : null);

    public Task<ImmutableArray<StoredJob>> ListAsync(CancellationToken cancellationToken) =>
        Locked(() => Enumerable.Reverse(_order).Select(id => _jobs[id].Job).OrderByDescending(job => job.SubmittedAt).ToImmutableArray());

    public Task<long> AppendAsync(string id, long expectedVersion, ImmutableArray<JobEvent> events, CancellationToken cancellationToken) => Locked<long>(() =>
    {
        var (job, kept) = Find(id);
        if (kept.Count != expectedVersion)
        {
            throw new ConcurrencyException(id, expectedVersion, kept.Count);
        }

        kept = kept.AddRange(events);
        _jobs[id] = (job, kept);
        return kept.Count;
    });

    public Task<ImmutableArray<JobEvent>> ReadAsync(string id, long fromVersion, CancellationToken cancellationToken) =>
        Locked(() => _jobs.TryGetValue(id, out var found) ? found.Events.Skip((int)fromVersion).ToImmutableArray() : []);

    public Task PutEvidenceAsync(string id, int trial, string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) => Locked(() =>
    {
        _ = Find(id);
        _evidence[(id, trial, name)] = content.ToArray();
        return true;
    });

    public Task<ReadOnlyMemory<byte>?> GetEvidenceAsync(string id, int trial, string name, CancellationToken cancellationToken) =>
        Locked<ReadOnlyMemory<byte>?>(() => _evidence.TryGetValue((id, trial, name), out var content) ? (ReadOnlyMemory<byte>?)content : null);

    public Task<ImmutableArray<EvidenceName>> ListEvidenceAsync(string id, CancellationToken cancellationToken) =>
        Locked(() => _evidence.Where(pair => pair.Key.Job == id)
            .Select(pair => new EvidenceName(pair.Key.Trial, pair.Key.Name, pair.Value.Length))
            .ToImmutableArray());

    public Task PutStateAsync(string key, string? json, CancellationToken cancellationToken) => Locked(() =>
    {
        Put(key, json);
        return true;
    });

    public Task<string?> GetStateAsync(string key, CancellationToken cancellationToken) => Locked(() => _state.GetValueOrDefault(key));

    public Task<bool> SwapStateAsync(string key, string? expected, string? json, CancellationToken cancellationToken) => Locked(() =>
    {
        if (_state.GetValueOrDefault(key) != expected)
        {
            return false;
        }

        Put(key, json);
        return true;
    });

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void Put(string key, string? json)
    {
        if (json is null)
        {
            _state.Remove(key);
        }
        else
        {
            _state[key] = json;
        }
    }

    private (StoredJob Job, ImmutableList<JobEvent> Events) Find(string id) =>
        _jobs.TryGetValue(id, out var found) ? found : throw new NoSuchJobException(id);

    /// <summary>An exception belongs into the task, as with the stores that wait for a disk.</summary>
    private Task<T> Locked<T>(Func<T> action)
    {
        lock (_gate)
        {
            try
            {
                return Task.FromResult(action());
            }
            catch (Exception exception)
            {
                return Task.FromException<T>(exception);
            }
        }
    }
}
