using System.Globalization;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Jobs.Answers;
using TuneSearch.Daemon.Api.Contracts;

namespace TuneSearch.Cli.Output;

/// <summary>How a job ended, for people: the verdict, the gain, each changed setting, what has to be known.</summary>
internal static class AnswerSummary
{
    public static void Write(TextWriter writer, int width, JobDetail job)
    {
        writer.WriteLine(Headline(job));
        if (job.Answer is not { } answer)
        {
            return;
        }

        if (!answer.Changes.IsEmpty)
        {
            writer.WriteLine();
            var hasEffects = answer.Changes.Any(change => change.Effect is not null);
            Tables.Write(
                writer,
                width,
                hasEffects ? ["setting", "baseline", "tuned", "effect"] : ["setting", "baseline", "tuned"],
                answer.Changes.Select(change => Row(change, hasEffects)),
                1, 2, 3);
        }

        foreach (var note in answer.Notes)
        {
            writer.WriteLine($"note: {note}");
        }
    }

    /// <summary>One sentence: how it ended and what was gained.</summary>
    public static string Headline(JobDetail job)
    {
        var trials = string.Create(CultureInfo.InvariantCulture, $"after {job.Job.TrialsDone} trials");
        var reason = job.Job.Reason is { } why ? $": {why}" : string.Empty;
        return (job.Job.Status, job.Answer) switch
        {
            (JobStatus.Failed, _) => $"Failed {trials}{reason}",
            (JobStatus.Cancelled, _) => $"Cancelled {trials}{reason}",
            (JobStatus.Done, { Verdict: Verdict.Improved } answer) =>
                $"Improved {trials}: {job.Objective} gained {Gain(answer.Objective)} over the baseline, {(answer.FromGate ? "of the gate's own pairs, not of fresh measurements" : "verified on fresh measurements")}.",
            (JobStatus.Done, { Verdict: Verdict.Baseline }) => $"The baseline holds {trials}: nothing was shown to be better than what runs today.",
            (JobStatus.Done, { Changes.IsEmpty: true }) => $"Done {trials}: the best that was measured is the baseline, UNVERIFIED (no fresh measurements).",
            (JobStatus.Done, { } answer) => $"Done {trials}: {job.Objective} {Gain(answer.Objective)} over the baseline, UNVERIFIED (no fresh measurements).",
            (JobStatus.Done, null) => $"Done {trials}, without an answer{reason}",
            (var status, _) => $"{status} {trials}{reason}",
        };
    }

    private static IReadOnlyList<string> Row(ChangeDocument change, bool withEffect)
    {
        string[] cells = [change.Parameter, change.Baseline?.ToString() ?? "(inactive)", change.Tuned.ToString()];
        return withEffect ? [.. cells, Effect(change)] : cells;
    }

    private static string Gain(GainDocument gain) => gain is { Low: { } low, High: { } high }
        ? $"{Figures.Percent(gain.Gain)} (95 % interval {Figures.Percent(low)} to {Figures.Percent(high)})"
        : Figures.Percent(gain.Gain);

    private static string Effect(ChangeDocument change) => change.Effect is not { } effect ? "-"
        : change is { Low: { } low, High: { } high } ? $"{Figures.Percent(effect)} ({Figures.Percent(low)} to {Figures.Percent(high)})"
        : Figures.Percent(effect);
}
