using TuneSearch.Cli.Client;
using TuneSearch.Cli.Output;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Jobs.Answers;
using TuneSearch.Daemon.Api.Contracts;

namespace TuneSearch.Cli.Progress;

/// <summary>Follows a job of a daemon on the terminal.</summary>
internal static class JobWatch
{
    /// <summary>Shows progress and the answer; the exit code is that of the job. Cancelling leaves the job running, and is no success: nothing is answered yet.</summary>
    public static async Task<int> FollowAsync(CliContext context, DaemonClient daemon, string id, CancellationToken cancellationToken)
    {
        var job = await FollowToEndAsync(context, daemon, id, cancellationToken);
        if (job is null)
        {
            context.Out.WriteLine($"Left {id} running. Follow it again with: tunesearch watch {id}");
            return ExitCode.Interrupted;
        }

        AnswerSummary.Write(context.Out, context.Width, job);
        if (job.Job.Status != JobStatus.Done)
        {
            return ExitCode.Failed;
        }

        context.Out.WriteLine($"Get the configuration with: tunesearch best {id}{(job.Answer is { Verdict: Verdict.Unverified } ? " --unverified" : string.Empty)}; the evidence with: tunesearch report {id}");
        return ExitCode.Done;
    }

    /// <summary>The job as it ended, or null where the caller had enough of it.</summary>
    /// <exception cref="CliException">The daemon went away before the job had ended.</exception>
    public static async Task<JobDetail?> FollowToEndAsync(CliContext context, DaemonClient daemon, string id, CancellationToken cancellationToken)
    {
        var progress = new ProgressPrinter(context.Out, context.IsOutTerminal, context.Width);
        JobDetail? last = null;
        try
        {
            await foreach (var job in new PatientWatch(daemon, context.Time, context.Error.WriteLine).FollowAsync(id, cancellationToken))
            {
                progress.Show(last = job);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            progress.End();
        }

        return last is not null && last.Job.Status.IsFinal()
            ? last
            : throw new CliException(ExitCode.Failed, id, "the daemon went away before the job had ended", $"The job goes on where it was when the daemon is started again; follow it with: tunesearch watch {id}");
    }
}
