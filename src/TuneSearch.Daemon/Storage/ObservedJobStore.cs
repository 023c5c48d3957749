using System.Collections.Concurrent;
using System.Collections.Immutable;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Jobs.Trials;
using TuneSearch.Core.Storage;
using TuneSearch.Daemon.Jobs;
using TuneSearch.Daemon.Metrics;

namespace TuneSearch.Daemon.Storage;

/// <summary>A store that measures its writes, counts the events that went through and tells who watches; grains know nothing of either.</summary>
internal sealed class ObservedJobStore(IJobStore store, StoreInstruments writes, JobInstruments jobs, JobChanges changes) : IJobStore
{
    private readonly ConcurrentDictionary<(string Job, int Trial), TrialPurpose> _inFlight = new();

    public async Task CreateAsync(StoredJob job, CancellationToken cancellationToken)
    {
        await writes.MeasureAsync(StoreInstruments.Create, () => store.CreateAsync(job, cancellationToken));
        jobs.OnSubmitted();
        changes.Changed(job.Id);
    }

    public async Task<long> AppendAsync(string id, long expectedVersion, ImmutableArray<JobEvent> events, CancellationToken cancellationToken)
    {
        var version = await writes.MeasureAsync(StoreInstruments.Append, () => store.AppendAsync(id, expectedVersion, events, cancellationToken));
        foreach (var happened in events)
        {
            Count(id, happened);
        }

        changes.Changed(id);
        return version;
    }

    public Task<StoredJob?> FindAsync(string id, CancellationToken cancellationToken) => store.FindAsync(id, cancellationToken);

    public Task<ImmutableArray<StoredJob>> ListAsync(CancellationToken cancellationToken) => store.ListAsync(cancellationToken);

    public async Task<ImmutableArray<JobEvent>> ReadAsync(string id, long fromVersion, CancellationToken cancellationToken)
    {
        var events = await store.ReadAsync(id, fromVersion, cancellationToken);
        if (fromVersion == 0)
        {
            Remember(id, events);
        }

        return events;
    }

    public Task PutEvidenceAsync(string id, int trial, string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        writes.MeasureAsync(StoreInstruments.Evidence, () => store.PutEvidenceAsync(id, trial, name, content, cancellationToken));

    public Task<ReadOnlyMemory<byte>?> GetEvidenceAsync(string id, int trial, string name, CancellationToken cancellationToken) => store.GetEvidenceAsync(id, trial, name, cancellationToken);

    public Task<ImmutableArray<EvidenceName>> ListEvidenceAsync(string id, CancellationToken cancellationToken) => store.ListEvidenceAsync(id, cancellationToken);

    public Task PutStateAsync(string key, string? json, CancellationToken cancellationToken) =>
        writes.MeasureAsync(StoreInstruments.State, () => store.PutStateAsync(key, json, cancellationToken));

    public Task<string?> GetStateAsync(string key, CancellationToken cancellationToken) => store.GetStateAsync(key, cancellationToken);

    public Task<bool> SwapStateAsync(string key, string? expected, string? json, CancellationToken cancellationToken) =>
        writes.MeasureAsync(StoreInstruments.State, () => store.SwapStateAsync(key, expected, json, cancellationToken));

    public ValueTask DisposeAsync() => store.DisposeAsync();

    /// <summary>A job that goes on here is read whole first: trials that another process started are known from there. Only adds, for who reads may be behind who writes.</summary>
    private void Remember(string id, ImmutableArray<JobEvent> events)
    {
        var inFlight = new Dictionary<int, TrialPurpose>();
        foreach (var happened in events)
        {
            switch (happened)
            {
                case TrialStarted started:
                    inFlight[started.Plan.Number] = started.Plan.Purpose;
                    break;
                case TrialEnded ended:
                    inFlight.Remove(ended.Number);
                    break;
                case JobEnded:
                    return;
            }
        }

        foreach (var (trial, purpose) in inFlight)
        {
            _inFlight.TryAdd((id, trial), purpose);
        }
    }

    private void Count(string id, JobEvent happened)
    {
        switch (happened)
        {
            case TrialStarted started:
                _inFlight[(id, started.Plan.Number)] = started.Plan.Purpose;
                break;
            case TrialEnded ended:
                jobs.OnTrial(ended, _inFlight.TryRemove((id, ended.Number), out var purpose) ? purpose : null);
                break;
            case JobEnded ended:
                jobs.OnEnded(ended.Status);

                // Trials that were broken off with their job never end.
                foreach (var (trial, _) in _inFlight.Where(pair => pair.Key.Job == id))
                {
                    _inFlight.TryRemove(trial, out var _);
                }

                break;
        }
    }
}
