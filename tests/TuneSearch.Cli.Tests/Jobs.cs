using TuneSearch.Core.Jobs;
using TuneSearch.Core.Jobs.Answers;
using TuneSearch.Core.Spaces;
using TuneSearch.Daemon.Api.Contracts;

namespace TuneSearch.Cli.Tests;

/// <summary>Jobs as a daemon shows them.</summary>
internal static class Jobs
{
    public static readonly Configuration Baseline = Configuration.From(new Dictionary<string, ParameterValue> { ["linger.ms"] = ParameterValue.Real(5), ["codec"] = ParameterValue.Text("none") });

    public static JobDetail Running(int done = 12, double? best = 123456.7) => new(new JobSummary("nightly-1", "nightly", new DateTimeOffset(2026, 11, 22, 3, 4, 5, TimeSpan.Zero), JobStatus.Running)
    {
        Phase = "search",
        TrialsDone = done,
        TrialsPlanned = 60,
        BestObjective = best,
        BaselineObjective = 110000,
        Gain = 0.1223,
    })
    {
        Seed = 42,
        Driver = "simulated",
        Space = "fleet",
        Profiles = ["payments", "telemetry"],
        Objective = "maximize throughput",
        Maximize = true,
        SubjectTo = ["publish_latency_p99 <= 20ms"],
        MaxRegression = 0.02,
        Verified = true,
        Temperature = 0.4213,
        SecondsLeft = 65,
        ElapsedSeconds = 13,
        Baseline = Baseline,
        Best = Baseline.With("linger.ms", ParameterValue.Real(20)),
    };

    public static JobDetail OnTheBaseline()
    {
        var running = Running();
        return running with { Job = running.Job with { BestObjective = 110000, BestIsBaseline = true, Gain = 0 }, Best = Baseline };
    }

    public static JobDetail Ended(JobStatus status, Verdict? verdict = null, string? reason = null)
    {
        var running = Running(60);
        return running with
        {
            Job = running.Job with { Status = status, Phase = "done", Reason = reason, Verdict = verdict },
            Answer = verdict is { } known
                ? new AnswerDocument(
                    known,
                    known == Verdict.Unverified ? new GainDocument(0.2, null, null) : new GainDocument(0.124, 0.08, 0.168),
                    Baseline.With("linger.ms", ParameterValue.Real(20)),
                    known == Verdict.Baseline ? [] : [new ChangeDocument("linger.ms", ParameterValue.Real(5), ParameterValue.Real(20), 0.1, 0.05, 0.15)],
                    System.Collections.Immutable.ImmutableSortedDictionary<string, System.Collections.Immutable.ImmutableSortedDictionary<string, GainDocument>>.Empty,
                    ["The budget shows effects above 1.5 %."])
                : null,
        };
    }
}
