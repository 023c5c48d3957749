using System.Collections.Immutable;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Objectives;
using TuneSearch.Daemon.Api.Contracts;

namespace TuneSearch.Daemon.Jobs;

/// <summary>Makes rows of events.</summary>
internal static class TrialRows
{
    public const string Running = "running";

    public static TrialRow Started(TrialStarted started) => new(started.Plan.Number, started.Plan.Purpose, started.Plan.Configuration, Running)
    {
        Walker = started.Plan.Walker,
        Move = started.Plan.Move,
        Temperature = started.Plan.Temperature,
        Attempt = started.Plan.Attempt,
        Episodes = started.Plan.Episodes.Length,
        AtSeconds = started.At.TotalSeconds,
    };

    public static TrialRow Ended(TrialRow started, TrialEnded ended, ObjectiveSpec objective)
    {
        var row = started with
        {
            Restarts = ended.Restarts,
            Seconds = ended.Seconds,
            AtSeconds = ended.At.TotalSeconds,
        };
        return ended.Outcome switch
        {
            Measured measured => With(row, "measured", measured.Measurements, objective),
            Stopped stopped => With(row, "stopped", stopped.Measurements, objective) with { Reason = stopped.Reason },
            Infeasible infeasible => row with { Outcome = "infeasible", Reason = infeasible.Reason },
            Invalid invalid => row with { Outcome = "invalid", Reason = invalid.Reason },
            Faulted faulted => row with { Outcome = "faulted", Reason = faulted.Reason },
            var other => row with { Outcome = other.GetType().Name.ToLowerInvariant() },
        };
    }

    public static TrialRow BrokenOff(TrialRow started, JobEnded job) => started with
    {
        Outcome = "stopped",
        Reason = job.Status == JobStatus.Cancelled ? "the job was cancelled" : "the job ended",
        Seconds = Math.Max(0, job.At.TotalSeconds - started.AtSeconds),
        AtSeconds = job.At.TotalSeconds,
    };

    private static TrialRow With(TrialRow row, string outcome, ImmutableArray<Measurement> measurements, ObjectiveSpec objective)
    {
        var score = ObjectiveScorer.Score(objective, row.Configuration, measurements);
        return row with
        {
            Outcome = outcome,
            Objective = score.Objective,
            WithinLimits = score.Violation <= 0,
            Episodes = measurements.Length,
            Metrics = Mean(measurements.Select(m => m.Metrics)),
            Telemetry = Mean(measurements.Select(m => m.Telemetry)),
            Profiles = measurements.SelectMany(m => m.Profiles).GroupBy(p => p.Key, p => p.Value, StringComparer.Ordinal)
                .ToImmutableSortedDictionary(group => group.Key, Mean, StringComparer.Ordinal),
        };
    }

    /// <summary>Of each metric over the episodes that report it.</summary>
    private static ImmutableSortedDictionary<string, double> Mean(IEnumerable<ImmutableSortedDictionary<string, double>> metrics) =>
        metrics.SelectMany(m => m).GroupBy(m => m.Key, m => m.Value, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(group => group.Key, group => group.Average(), StringComparer.Ordinal);
}
