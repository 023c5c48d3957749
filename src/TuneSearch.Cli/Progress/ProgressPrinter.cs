using TuneSearch.Daemon.Api.Contracts;

namespace TuneSearch.Cli.Progress;

/// <summary>Shows how a job goes on: one line written over again on a terminal, elsewhere a line for news worth keeping.</summary>
internal sealed class ProgressPrinter(TextWriter writer, bool isTerminal, int width)
{
    /// <summary>Plain lines come at each tenth of the budget, and at a new phase or status.</summary>
    private const int PlainLines = 10;

    private (string Phase, Core.Jobs.JobStatus Status, int Tenth)? _last;
    private int _written;

    public void Show(JobDetail job)
    {
        var line = ProgressLine.Of(job);
        if (isTerminal)
        {
            var cut = line.Length < width ? line : line[..Math.Max(width - 1, 1)];
            writer.Write("\r" + cut + new string(' ', Math.Max(_written - cut.Length, 0)));
            _written = cut.Length;
            return;
        }

        var tenth = job.Job.TrialsPlanned == 0 ? 0 : PlainLines * job.Job.TrialsDone / job.Job.TrialsPlanned;
        var news = (job.Job.Phase, job.Job.Status, tenth);
        if (news != _last)
        {
            _last = news;
            writer.WriteLine(line);
        }
    }

    /// <summary>Leaves the line, so that what comes next starts on its own.</summary>
    public void End()
    {
        if (isTerminal && _written > 0)
        {
            writer.WriteLine();
            _written = 0;
        }
    }
}
