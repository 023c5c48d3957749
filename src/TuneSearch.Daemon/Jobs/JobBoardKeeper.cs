using System.Threading.Channels;

using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TuneSearch.Daemon.Jobs;

/// <summary>Brings the board up to date after a job changed; beside the path of the trials, so that it never holds one up.</summary>
internal sealed partial class JobBoardKeeper(JobReader reader, JobBoard board, EndedJobs ended, JobChanges changes, ILogger<JobBoardKeeper> logger) : BackgroundService
{
    /// <summary>A job named twice is read once: the keeper reads what is newest.</summary>
    private const int MaxWaiting = 1024;

    private readonly Channel<string> _changed = Channel.CreateBounded<string>(new BoundedChannelOptions(MaxWaiting) { FullMode = BoundedChannelFullMode.DropOldest });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var subscription = changes.Subscribe(id => _changed.Writer.TryWrite(id));
        await foreach (var id in _changed.Reader.ReadAllAsync(stoppingToken))
        {
            await PutAsync(id, stoppingToken);
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
