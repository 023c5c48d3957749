using System.Collections.Concurrent;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Storage;
using TuneSearch.Core.Validation;

namespace TuneSearch.Daemon.Jobs;

/// <summary>Reads jobs from the store alone, so that what is shown is what is on disk, whoever runs the job.</summary>
internal sealed class JobReader(IJobStore store, IJobLoader loader, IJobDirectorFactory directors)
{
    /// <summary>Jobs whose fold is kept in memory; some 100 kB each at 500 trials. Beyond it a job is folded again when asked for.</summary>
    private const int MaxKept = 200;

    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private long _clock;

    /// <summary>The job as it stands now; null where there is none.</summary>
    /// <exception cref="InvalidInputException">Its stored files no longer read as a valid job.</exception>
    public async Task<JobReading?> ReadAsync(string id, CancellationToken cancellationToken)
    {
        if (!_entries.TryGetValue(id, out var entry))
        {
            if (await store.FindAsync(id, cancellationToken) is not { } stored)
            {
                return null;
            }

            var spec = loader.Load(stored.Bundle);
            entry = _entries.GetOrAdd(id, new Entry(new JobProjection(stored, spec, directors.Create(spec))));
            DropOldest(id);
        }

        entry.LastUse = Interlocked.Increment(ref _clock);
        await entry.Gate.WaitAsync(cancellationToken);
        try
        {
            var snapshot = entry.Projection.Snapshot();
            if (snapshot.HasEnded)
            {
                return snapshot;
            }

            entry.Projection.Apply(await store.ReadAsync(id, entry.Projection.Version, cancellationToken));
            return entry.Projection.Snapshot();
        }
        finally
        {
            entry.Gate.Release();
        }
    }

    private void DropOldest(string except)
    {
        while (_entries.Count > MaxKept && _entries.Where(pair => pair.Key != except).MinBy(pair => pair.Value.LastUse) is { Key: { } oldest })
        {
            _entries.TryRemove(oldest, out _);
        }
    }

    private sealed class Entry(JobProjection projection)
    {
        public JobProjection Projection { get; } = projection;

        public SemaphoreSlim Gate { get; } = new(1, 1);

        public long LastUse { get; set; }
    }
}
