using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

using TuneSearch.Core.Jobs;
using TuneSearch.Core.Storage;
using TuneSearch.Daemon.Jobs;

namespace TuneSearch.Daemon.Hosting;

/// <summary>At start, has every job go on that had not ended when the daemon stopped; from then on those whose start was postponed.</summary>
internal sealed partial class JobsGoOn(
    IJobStore store, JobReader reader, EndedJobs ended, JobBoard board, JobAdmission admission, IJobRunner runner, PostponedStarts postponed, ILogger<JobsGoOn> logger)
    : BackgroundService
{
    private string[] _stored = [];

    /// <summary>Before the daemon listens: a store that cannot be read ends the start, and says why.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        // Oldest first, as they were submitted.
        _stored = [.. (await store.ListAsync(cancellationToken)).Reverse().Select(job => job.Id)];
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var over = new List<string>();
        foreach (var id in _stored)
        {
            await TryAsync(id, () => SortAsync(id, over, stoppingToken), stoppingToken);
        }

        // After those that wait to go on, and no more than the board shows: folding a job takes as long as its search has thought.
        foreach (var id in over.TakeLast(JobBoard.MaxEnded))
        {
            await TryAsync(id, async () => board.Put((await reader.ReadAsync(id, stoppingToken))!), stoppingToken);
        }

        while (true)
        {
            foreach (var id in await postponed.NextAsync(stoppingToken))
            {
                await TryAsync(id, () => GoOnAsync(id, stoppingToken), stoppingToken);
            }
        }
    }

    private async Task SortAsync(string id, List<string> over, CancellationToken cancellationToken)
    {
        if (await HasEndedAsync(id, cancellationToken))
        {
            over.Add(id);
        }
        else
        {
            await GoOnAsync(id, cancellationToken);
        }
    }

    private async Task GoOnAsync(string id, CancellationToken cancellationToken)
    {
        var job = (await reader.ReadAsync(id, cancellationToken))!;
        board.Put(job);

        // Settings may allow less than when it was submitted.
        admission.Admit(job.Stored.Bundle);
        await runner.EnsureRunningAsync(id, cancellationToken);
        LogGoesOn(id, job.View.TrialsDone, job.View.TrialsPlanned);
    }

    private async Task<bool> HasEndedAsync(string id, CancellationToken cancellationToken) =>
        await ended.FindAsync(id, cancellationToken) is not null || (await store.ReadAsync(id, 0, cancellationToken)).Any(happened => happened is JobEnded);

    /// <summary>One job that cannot go on must not keep the others from it.</summary>
    private async Task TryAsync(string id, Func<Task> action, CancellationToken cancellationToken)
    {
        try
        {
            await action();
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            if (!postponed.TryAdd(id, failure))
            {
                LogDoesNotGoOn(id, failure);
            }
        }
    }
}
