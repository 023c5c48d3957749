using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Jobs.Answers;
using TuneSearch.Core.Storage;
using TuneSearch.Daemon.Jobs;

namespace TuneSearch.Daemon.Answers;

/// <summary>A job on paper (Markdown): what was asked, what came of it, and on what evidence.</summary>
public static class JobReport
{
    /// <summary>Reasons are shown at most so many times; the rest is counted.</summary>
    private const int MaxReasons = 8;

    /// <param name="evidence">The files that were kept with its trials.</param>
    public static string Markdown(JobReading job, ImmutableArray<EvidenceName> evidence)
    {
        var text = new StringBuilder();
        Line(text, $"# {job.Stored.Name}");
        Line(text);
        Line(text, Conclusion(job));
        Notes(text, job);
        Setup(text, job);
        if (job.View.Answer is { } answer)
        {
            Changes(text, job, answer);
            Gate(text, answer);
        }

        Learned(text, job);
        Course(text, job);
        Telemetry(text, job);
        Failures(text, job);
        Evidence(text, job, evidence);
        return text.ToString();
    }

    private static string Conclusion(JobReading job) => job.View switch
    {
        { Answer: { Verdict: Verdict.Improved } answer } =>
            $"**Improved: {AnswerText.Percent(answer.Objective)}** over the configuration that runs today. The gain comes from {(answer.FromGate ? "the gate's own pairs, which chose it, and is somewhat flattering; no" : "measurements that had no part in choosing, and no")} guarded metric of any profile loses more than {AnswerText.Percent(job.Spec.Objective.Gate.MaxRegression)} at {AnswerText.Percent(job.Spec.Objective.Gate.Confidence)} confidence.",
        { Answer.Verdict: Verdict.Baseline } => "**Keep the configuration that runs today.** Nothing was shown to be better without making a profile worse.",
        { Answer: { Changes.IsEmpty: true } } => "**Unverified: the best that was measured is the baseline.** Nothing to change; no fresh measurements verified it.",
        { Answer: { } answer } => $"**Unverified: {AnswerText.Percent(answer.Objective)}.** The best that was measured; no fresh measurements verified it, so part of it may be luck.",
        { Status: JobStatus.Failed or JobStatus.Cancelled } view => $"**{view.Status}**: {view.Reason ?? "no reason was given"}.",
        var view => $"**{view.Status}**, phase {view.Phase}: no answer yet.",
    };

    private static void Notes(StringBuilder text, JobReading job)
    {
        var notes = job.View.Answer is { Notes.IsEmpty: false } answer ? answer.Notes : [.. job.View.Notes];
        if (!notes.IsEmpty)
        {
            Line(text);
            foreach (var note in notes)
            {
                Line(text, $"- {note.ReplaceLineEndings(" ")}");
            }
        }
    }

    private static void Setup(StringBuilder text, JobReading job)
    {
        var spec = job.Spec;
        Table(text, "What was asked", ["", ""],
        [
            ["job", job.Id],
            ["submitted", job.Stored.SubmittedAt.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture)],
            ["objective", ObjectiveText.Of(spec.Objective)],
            ["subject to", spec.Objective.SubjectTo.IsEmpty ? "nothing" : string.Join("; ", spec.Objective.SubjectTo.Select(limit => limit.Text))],
            ["cluster", spec.Cluster.Driver],
            ["space", $"{spec.Space.Name}: {spec.Space.Searched.Length} of {spec.Space.Parameters.Length} parameters searched"],
            ["profiles", string.Join(", ", spec.Profiles.Select(profile => profile.Name))],
            ["budget", $"{spec.Budget.Trials} trials{(spec.Budget.WallClock is { } limit ? $", {limit}" : string.Empty)}"],
            ["seed", spec.Seed.ToString(CultureInfo.InvariantCulture)],
        ]);
    }

    private static void Changes(StringBuilder text, JobReading job, JobAnswer answer)
    {
        if (!answer.Changes.IsEmpty)
        {
            Table(text, "What to change", ["setting", "scope", "today", "tuned", "effect of taking it back"],
                answer.Changes.Select(change => new[]
                {
                    $"`{change.Parameter}`",
                    job.Spec.Space.Find(change.Parameter)?.Scope.ToString().ToLowerInvariant() ?? string.Empty,
                    change.Baseline?.ToString() ?? "(inactive)",
                    change.Tuned.ToString(),
                    change.Effect is { } effect ? AnswerText.Percent(effect) : "not measured",
                }));
        }
    }

    private static void Gate(StringBuilder text, JobAnswer answer)
    {
        if (!answer.Profiles.IsEmpty)
        {
            Table(text, "What it does to each profile", ["profile", "metric", "change, positive is better"],
                answer.Profiles.SelectMany(profile => profile.Value.Select(metric => new[] { profile.Key, metric.Key, AnswerText.Percent(metric.Value) })));
        }
    }

    private static void Learned(StringBuilder text, JobReading job)
    {
        if (job.View.Relevance is { } relevance)
        {
            Table(text, "What the search learned of the parameters", ["parameter", "ranges it moves before the objective is as different as it gets: the more, the less it weighs"],
                relevance.Ranked().Select(known => new[] { $"`{known.Name}`", known.Span.ToString("0.##", CultureInfo.InvariantCulture) }));
            Line(text);
            Line(text, $"Hand it on to a later job on such a cluster: `tunesearch relevance {job.Id} --output FILE`.");
        }
    }

    private static void Course(StringBuilder text, JobReading job)
    {
        Table(text, "How it went", ["purpose", "trials", "measured", "infeasible", "invalid or faulted", "stopped early", "restarts", "seconds"],
            job.Trials.GroupBy(row => row.Purpose).Select(group => new[]
            {
                group.Key.ToString().ToLowerInvariant(),
                Count(group.Count()),
                Count(group.Count(row => row.Outcome == "measured")),
                Count(group.Count(row => row.Outcome == "infeasible")),
                Count(group.Count(row => row.Outcome is "invalid" or "faulted")),
                Count(group.Count(row => row.Outcome == "stopped")),
                Count(group.Sum(row => row.Restarts)),
                group.Sum(row => row.Seconds).ToString("0.0", CultureInfo.InvariantCulture),
            }));
        Line(text);
        Line(text, $"{job.View.TrialsDone} of {job.View.TrialsPlanned} trials used, {job.View.Restarts} broker restarts ({PerTrial(job)} a trial), {job.View.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s of measuring.");
        if (BaselineNoise.Of(job.Trials) is { } noise)
        {
            Line(text, $"The baseline's own trials scatter by {AnswerText.Percent(noise)} (standard deviation).");
        }
    }

    private static string PerTrial(JobReading job) =>
        (job.View.TrialsDone == 0 ? 0 : (double)job.View.Restarts / job.View.TrialsDone).ToString("0.##", CultureInfo.InvariantCulture);

    private static void Telemetry(StringBuilder text, JobReading job)
    {
        var seen = TelemetryComparison.Of(job.Trials, job.Spec.Baseline, job.Best);
        if (!seen.IsEmpty)
        {
            var both = seen.Any(row => row.Best is not null);
            Table(text, "What brokers and clients did meanwhile", both ? ["seen (docs/kafka.md)", "baseline", "tuned"] : ["seen (docs/kafka.md)", "baseline"],
                seen.Select(row => both ? new[] { $"`{row.Name}`", Figure(row.Baseline), Figure(row.Best) } : [$"`{row.Name}`", Figure(row.Baseline)]));
        }
    }

    private static void Evidence(StringBuilder text, JobReading job, ImmutableArray<EvidenceName> evidence)
    {
        if (!evidence.IsEmpty)
        {
            Table(text, "What was kept", ["trial", "file", "bytes"],
                evidence.Select(file => new[] { Count(file.Trial), $"`{file.Name}`", file.Bytes.ToString(CultureInfo.InvariantCulture) }));
            Line(text);
            Line(text, $"Get them: `tunesearch evidence {job.Id} --output DIR`.");
        }
    }

    private static void Failures(StringBuilder text, JobReading job)
    {
        var reasons = job.Trials.Where(row => row.Reason is not null).GroupBy(row => (row.Outcome, row.Reason)).OrderByDescending(group => group.Count()).ToArray();
        if (reasons.Length == 0)
        {
            return;
        }

        Table(text, "What could not be measured", ["outcome", "trials", "reason"],
            reasons.Take(MaxReasons).Select(group => new[] { group.Key.Outcome, Count(group.Count()), group.Key.Reason! }));
        if (reasons.Length > MaxReasons)
        {
            Line(text);
            Line(text, $"And {reasons.Length - MaxReasons} reasons more; see the trials.");
        }
    }

    private static void Table(StringBuilder text, string title, string[] heads, IEnumerable<string[]> rows)
    {
        Line(text);
        Line(text, $"## {title}");
        Line(text);
        Row(text, heads);
        Row(text, [.. heads.Select(_ => "---")]);
        foreach (var row in rows)
        {
            Row(text, row);
        }
    }

    private static void Row(StringBuilder text, string[] cells) =>
        Line(text, $"| {string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ")))} |");

    private static string Figure(double? value) => value?.ToString(Math.Abs(value.Value) >= 1000 ? "#,0" : "G4", CultureInfo.InvariantCulture) ?? "not seen";

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static void Line(StringBuilder text, string line = "") => text.Append(line).Append('\n');
}
