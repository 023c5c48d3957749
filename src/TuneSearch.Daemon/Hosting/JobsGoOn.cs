using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

using TuneSearch.Core.Storage;
using TuneSearch.Daemon.Jobs;

namespace TuneSearch.Daemon.Hosting;

/// <summary>At start, has every job go on that had not ended when the daemon stopped.</summary>
internal sealed partial class JobsGoOn(
    IJobStore store, JobReader reader, JobBoard board, JobAdmission admission, IJobRunner runner, ILogger<JobsGoOn> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Oldest first, as they were submitted.
        foreach (var stored in (await store.ListAsync(stoppingToken)).Reverse())
        {
            await GoOnAsync(stored.Id, stoppingToken);
        }
    }

    private async Task GoOnAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            var job = (await reader.ReadAsync(id, cancellationToken))!;
            board.Put(job);
            if (!job.HasEnded)
            {
                // Settings may allow less than when it was submitted.
                admission.Admit(job.Stored.Bundle);
                await runner.EnsureRunningAsync(id, cancellationToken);
                LogGoesOn(id, job.View.TrialsDone, job.View.TrialsPlanned);
            }
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // One job that cannot go on must not keep the others from it.
            LogDoesNotGoOn(id, failure);
        }
    }
}
