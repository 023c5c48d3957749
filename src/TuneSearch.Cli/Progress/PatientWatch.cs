using System.Runtime.CompilerServices;
using TuneSearch.Cli.Client;
using TuneSearch.Core.Jobs;
using TuneSearch.Daemon.Api.Contracts;

namespace TuneSearch.Cli.Progress;

/// <summary>Watches a job to its end, over restarts of the daemon: one that goes away is waited for, one that was never there is not.</summary>
internal sealed class PatientWatch(DaemonClient daemon, TimeProvider time, Action<string> say)
{
    /// <summary>Longer than an upgrade takes; a machine's restart is for the user to know of.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>The job now and after each change; ends with the job, or unfinished where patience did.</summary>
    public async IAsyncEnumerable<JobDetail> FollowAsync(string id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        DateTimeOffset? gone = null;
        while (gone is null || time.GetUtcNow() - gone < Patience)
        {
            await using var jobs = daemon.WatchAsync(id, cancellationToken).GetAsyncEnumerator(cancellationToken);
            while (await NextAsync(jobs, mayBeAway: gone is not null))
            {
                gone = null;
                yield return jobs.Current;
                if (jobs.Current.Job.Status.IsFinal())
                {
                    yield break;
                }
            }

            if (gone is null)
            {
                gone = time.GetUtcNow();
                say($"The daemon went away. Waiting up to {Patience.TotalSeconds:0} s for it to come back ...");
            }

            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    private static async Task<bool> NextAsync(IAsyncEnumerator<JobDetail> jobs, bool mayBeAway)
    {
        try
        {
            return await jobs.MoveNextAsync();
        }
        catch (UnreachableException) when (mayBeAway)
        {
            return false;
        }
    }
}
