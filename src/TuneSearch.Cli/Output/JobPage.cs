using TuneSearch.Core.Jobs.Answers;
using TuneSearch.Daemon.Api.Contracts;

namespace TuneSearch.Cli.Output;

/// <summary>One job in full, for people.</summary>
internal static class JobPage
{
    public static void Write(TextWriter writer, int width, JobDetail job)
    {
        var rows = new List<IReadOnlyList<string>>
        {
            Row("job", $"{job.Job.Id} ({job.Job.Name})"),
            Row("status", $"{job.Job.Status.ToString().ToLowerInvariant()}, phase {job.Job.Phase}{(job.Job.Reason is { } reason ? $": {reason}" : string.Empty)}"),
            Row("space, cluster", $"{job.Space}, {job.Driver}"),
            Row("profiles", string.Join(", ", job.Profiles)),
            Row("objective", job.Objective + string.Concat(job.SubjectTo.Select(limit => $", {limit}"))),
            Row("trials", $"{job.Job.TrialsDone} of {job.Job.TrialsPlanned}, {job.TrialsInFlight} in flight, {job.Infeasible} infeasible, {job.Invalid} measured again, {job.Restarts} restarts"),
            Row("baseline", Figures.Number(job.Job.BaselineObjective) + (job.Noise is { } noise ? $", its trials scatter by {Figures.Percent(noise).TrimStart('+')}" : string.Empty)),
            Row("best", Figures.Number(job.Job.BestObjective) + (GainText.Of(job.Job) is { } gain ? $" ({gain})" : string.Empty) + (job.Answer is null or { Verdict: Verdict.Unverified } && !job.Job.BestIsBaseline ? ", unverified" : string.Empty)),
            Row("time", Figures.Time(job.ElapsedSeconds) + (job.SecondsLeft is { } left ? $", {Figures.Time(left)} left" : string.Empty)),
            Row("seed", job.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        };
        Tables.Write(writer, width, [string.Empty, string.Empty], rows);
        if (job.Answer is not null)
        {
            writer.WriteLine();
            AnswerSummary.Write(writer, width, job);
        }
        else if (job.Best is { } best && !job.Job.BestIsBaseline)
        {
            writer.WriteLine();
            var changed = best.Values.Where(pair => !job.Baseline.TryGet(pair.Key, out var before) || before != pair.Value);
            Tables.Write(writer, width, ["setting", "baseline", "best so far"], changed.Select(pair => (IReadOnlyList<string>)[pair.Key, job.Baseline.TryGet(pair.Key, out var before) ? before.ToString() : "(inactive)", pair.Value.ToString()]), 1, 2);
        }

        if (job.Telemetry.Count > 0)
        {
            writer.WriteLine();
            var both = job.Telemetry.Any(seen => seen.Best is not null);
            string[] headings = both ? ["brokers and clients", "baseline", "best"] : ["brokers and clients", "baseline"];
            Tables.Write(writer, width, headings, job.Telemetry.Select(seen => (IReadOnlyList<string>)[seen.Name, Figures.Number(seen.Baseline), .. both ? [Figures.Number(seen.Best)] : Array.Empty<string>()]), 1, 2);
        }
    }

    private static string[] Row(string name, string value) => [name, value];
}
