using System.Collections.Immutable;
using TuneSearch.Core.Jobs.Comparisons;
using TuneSearch.Core.Jobs.Flows;
using TuneSearch.Core.Jobs.Guards;
using TuneSearch.Core.Jobs.Trials;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Objectives;
using TuneSearch.Core.Statistics;
using TuneSearch.Core.Workloads;

namespace TuneSearch.Core.Jobs.Calibrations;

/// <summary>Measures the baseline against itself before anything else (A/A): what moves here is noise.</summary>
/// <remarks>On the episodes that the search will use, so that it knows what the baseline does on them; the gate and the estimate have others.</remarks>
internal sealed class CalibrationPhase : IPhase
{
    private const int First = 0;
    private const int Second = 1;
    private readonly JobSpec _spec;
    private readonly IDistributions _distributions;
    private readonly Comparison _comparison;

    public CalibrationPhase(JobSpec spec, MixtureSampler episodes, int pairs, IDistributions distributions)
    {
        _spec = spec;
        _distributions = distributions;
        _comparison = new Comparison(
            spec.Seed,
            "a/a",
            TrialPurpose.Calibration,
            [spec.Baseline, spec.Baseline],
            index => episodes.Seen("search", index),
            Math.Max(1, spec.Cluster.Clusters));
        for (var i = 0; i < pairs; i++)
        {
            _comparison.Ask([First, Second]);
        }
    }

    public string Name => "calibration";

    public bool IsOver => _comparison.IsIdle;

    /// <summary>Why the job cannot go on: the baseline cannot run or be scored.</summary>
    public string? Failure { get; private set; }

    public TrialDraft? Propose(int lane, int affordable) => _comparison.Propose(lane);

    public void Started(TrialPlan plan) => _comparison.Started(plan);

    public void Ended(TrialRecord trial)
    {
        _comparison.Ended(trial);
        if (trial.Outcome is Infeasible infeasible)
        {
            Failure ??= $"the baseline cannot run: {infeasible.Reason}. Give a baseline in the job that the cluster accepts";
        }
        else if (TrialLedger.MeasurementsOf(trial.Outcome) is [var measurement, ..]
            && ObjectiveScorer.Score(_spec.Objective, _spec.Baseline, [measurement]) is { Problem: { } problem })
        {
            Failure ??= $"the objective cannot be computed for the baseline: {problem}. Write the objective with metrics that the cluster '{_spec.Cluster.Driver}' reports";
        }
    }

    /// <summary>What the baseline did on the search's episodes.</summary>
    public IEnumerable<(Episode Episode, Measurement Measurement)> Baseline =>
        _comparison.With(First, Second).SelectMany(block => new[] { (block.Episode, block[First]!), (block.Episode, block[Second]!) });

    public Calibration Conclude()
    {
        ImmutableArray<Measurement> all = [.. _comparison.Of(First), .. _comparison.Of(Second)];
        var score = ObjectiveScorer.Score(_spec.Objective, _spec.Baseline, all);
        var guarded = GuardedMetrics.Of(_spec, all).Select(metric => (metric, Floor(m => PairedComparer.Value(m, metric))));
        return new Calibration(
            Floor(m => ObjectiveScorer.Number(_spec.Objective.Expression, _spec.Baseline, m.Metrics)),
            [.. guarded],
            score.Objective ?? 0,
            score.Violation)
        {
            Unguarded = (GuardedMetrics.Absent(_spec, all), [.. all.SelectMany(m => m.Metrics.Keys.Concat(m.Profiles.Values.SelectMany(metrics => metrics.Keys))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]),
        };
    }

    private NoiseFloor Floor(Func<Measurement, double?> read)
    {
        var pairs = new List<(double, double, double, double)>();
        foreach (var block in _comparison.With(First, Second))
        {
            var earlier = block.Order[0];
            var later = block.Order[1];
            if (read(block[earlier]!) is { } a && read(block[later]!) is { } b)
            {
                pairs.Add((a, b, 2 * block.Index, (2 * block.Index) + 1));
            }
        }

        return NoiseFloorEstimator.Of(pairs, _distributions);
    }
}
