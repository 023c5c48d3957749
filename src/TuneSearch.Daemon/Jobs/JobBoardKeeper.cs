using System.Collections.Concurrent;
using System.Threading.Channels;

using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TuneSearch.Daemon.Jobs;

/// <summary>Brings the board up to date after a job changed; beside the path of the trials, so that it never holds one up.</summary>
internal sealed partial class JobBoardKeeper(JobReader reader, JobBoard board, EndedJobs ended, JobChanges changes, ILogger<JobBoardKeeper> logger) : BackgroundService
{
    /// <summary>A job waits once however often it changes, for the keeper reads what is newest: no more wait than there are jobs.</summary>
    private readonly ConcurrentDictionary<string, bool> _waiting = new(StringComparer.Ordinal);

    private readonly Channel<string> _changed = Channel.CreateUnbounded<string>();
    private IDisposable? _subscription;

    /// <summary>Listens from here on: the host does not wait for <see cref="ExecuteAsync"/> before it starts what changes jobs.</summary>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        _subscription = changes.Subscribe(Note);
        return base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _subscription?.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var id in _changed.Reader.ReadAllAsync(stoppingToken))
        {
            // Before the job is read: what changes from here on is not in that reading.
            _waiting.TryRemove(id, out _);
            await PutAsync(id, stoppingToken);
        }
    }

    private void Note(string id)
    {
        if (_waiting.TryAdd(id, true))
        {
            _changed.Writer.TryWrite(id);
        }
    }

    private async Task PutAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            if (await reader.ReadAsync(id, cancellationToken) is { } job)
            {
                board.Put(job);
                await ended.KeepAsync(job, cancellationToken);
            }
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(id, failure);
        }
    }
}
