using System.Collections.Immutable;
using TuneSearch.Core.Jobs.Calibrations;
using TuneSearch.Core.Jobs.Comparisons;
using TuneSearch.Core.Jobs.Flows;
using TuneSearch.Core.Jobs.Guards;
using TuneSearch.Core.Jobs.Trials;
using TuneSearch.Core.Objectives;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Statistics;
using TuneSearch.Core.Workloads;

namespace TuneSearch.Core.Jobs.Finalists;

/// <summary>Measures the search's best again, beside the baseline, on fresh seeds and held-out mixtures: the winner is never the luckiest number.</summary>
/// <remarks>
/// A race: after each block the finalists that are clearly behind the leader are let go (Maron and Moore, «Hoeffding races», NIPS 1994, with Student's t in place
/// of Hoeffding's bound). The race chooses; it claims nothing, so its errors need no correction: the gate starts anew.
/// </remarks>
internal sealed class FinalistPhase : IPhase
{
    private const int Baseline = 0;
    private const int BlocksBeforeDropping = 3;
    private const double DropAlpha = 0.02;
    private readonly JobSpec _spec;
    private readonly IDistributions _distributions;
    private readonly Comparison _comparison;
    private readonly List<int> _racing;
    private readonly Calibration _calibration;
    private readonly int _blocks;

    /// <param name="blocks">Episodes on which all of them run, at most.</param>
    public FinalistPhase(JobSpec spec, MixtureSampler episodes, ImmutableArray<Configuration> finalists, Calibration calibration, int blocks, IDistributions distributions)
    {
        _spec = spec;
        _distributions = distributions;
        _calibration = calibration;
        _blocks = blocks;
        _racing = [.. Enumerable.Range(1, finalists.Length)];
        _comparison = new Comparison(
            spec.Seed,
            "finalist",
            TrialPurpose.Finalist,
            [spec.Baseline, .. finalists],
            index => episodes.Fresh("finalists", index),
            Math.Max(1, spec.Cluster.Clusters));
        for (var i = 0; i < Math.Min(BlocksBeforeDropping, blocks); i++)
        {
            _comparison.Ask([Baseline, .. _racing]);
        }
    }

    public string Name => "finalists";

    public bool IsOver => _comparison.IsIdle;

    public Comparison Comparison => _comparison;

    public TrialDraft? Propose(int lane, int affordable) => _comparison.Propose(lane);

    public void Started(TrialPlan plan) => _comparison.Started(plan);

    public void Ended(TrialRecord trial)
    {
        _comparison.Ended(trial);
        _racing.RemoveAll(arm => _comparison.Unfit.ContainsKey(arm));
        if (!_comparison.IsIdle || _comparison.Asked >= _blocks)
        {
            return;
        }

        DropClearLosers();
        if (_racing.Count > 1)
        {
            _comparison.Ask([Baseline, .. _racing]);
        }
    }

    /// <summary>Best first; only those that met the limits on average, unless none did.</summary>
    public ImmutableArray<Finalist> Conclude()
    {
        var all = Enumerable.Range(1, _comparison.Arms.Count - 1)
            .Where(arm => !_comparison.Unfit.ContainsKey(arm) && _comparison.With(Baseline, arm).Count > 0)
            .Select(arm => new Finalist(_comparison.Arms[arm], PairedComparer.Objective(_spec.Objective, _comparison, Baseline, arm), Violation(arm))
            {
                Guarded = Guarded(arm),
            })
            .ToArray();
        return [.. all.OrderBy(f => f.Violation).ThenByDescending(f => f.Gain.Mean.Mean)];
    }

    private void DropClearLosers()
    {
        if (_racing.Count < 2)
        {
            return;
        }

        var leader = _racing.OrderBy(Violation).ThenByDescending(arm => PairedComparer.Objective(_spec.Objective, _comparison, Baseline, arm).Mean.Mean).First();
        _racing.RemoveAll(arm => arm != leader && PairedComparer.Objective(_spec.Objective, _comparison, leader, arm).Mean.Upper(DropAlpha, _distributions) < 0);
    }

    private ImmutableArray<(ComparedMetric Metric, PairedResult Result)> Guarded(int arm) =>
        [.. _calibration.Guarded.Select(g => (g.Metric, PairedComparer.Metric(_comparison, Baseline, arm, g.Metric)))];

    /// <summary>Limits missed and guarded metrics that visibly lose more than the margin, together.</summary>
    private double Violation(int arm) =>
        ObjectiveScorer.Score(_spec.Objective, _comparison.Arms[arm], _comparison.Of(arm)).Violation
        + Guarded(arm).Zip(_calibration.Guarded, (now, floor) => GuardLoss.Beyond(now.Result, _spec.Objective.Gate.MaxRegression, floor.Floor)).Sum();
}
