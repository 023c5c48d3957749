using System.Globalization;
using TuneSearch.Cli.Output;
using TuneSearch.Core.Jobs;
using TuneSearch.Daemon.Api.Contracts;

namespace TuneSearch.Cli.Progress;

/// <summary>A job in one line: phase, trials, best, temperature, time left.</summary>
internal static class ProgressLine
{
    public static string Of(JobDetail job)
    {
        var parts = new List<string>
        {
            string.Create(CultureInfo.InvariantCulture, $"{Word(job)} {job.Job.TrialsDone}/{job.Job.TrialsPlanned} trials"),
        };
        if (job.Job.BestObjective is { } best)
        {
            parts.Add($"best {Figures.Number(best)}{(GainText.Of(job.Job) is { } gain ? $" ({gain})" : string.Empty)}");
        }

        if (job.Temperature > 0)
        {
            parts.Add($"temperature {Figures.Number(job.Temperature)}");
        }

        if (job.Infeasible > 0)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{job.Infeasible} infeasible"));
        }

        if (job.SecondsLeft is { } left && job.Job.Status == JobStatus.Running)
        {
            parts.Add($"{Figures.Time(left)} left");
        }

        return string.Join(", ", parts);
    }

    private static string Word(JobDetail job) => job.Job.Status == JobStatus.Running ? job.Job.Phase : job.Job.Status.ToString().ToLowerInvariant();
}
