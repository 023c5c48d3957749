using System.Collections.Immutable;
using TuneSearch.Core.Jobs.Comparisons;
using TuneSearch.Core.Jobs.Flows;
using TuneSearch.Core.Jobs.Trials;
using TuneSearch.Core.Objectives;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Statistics;
using TuneSearch.Core.Workloads;

namespace TuneSearch.Core.Jobs.Gate;

/// <summary>Measures one candidate against the baseline on fresh episodes until the gate decides.</summary>
internal sealed class GatePhase : IPhase
{
    private const int Baseline = 0;
    private const int Candidate = 1;
    private readonly JobSpec _spec;
    private readonly ImmutableArray<ComparedMetric> _guarded;
    private readonly Comparison _comparison;
    private readonly SequentialLooks _looks;
    private readonly GateDecider _decider;

    /// <param name="ordinal">Which candidate of the job it is, from 0: each has episodes of its own.</param>
    /// <param name="pairs">The most pairs.</param>
    /// <param name="weight">The candidate's share of the error.</param>
    public GatePhase(
        JobSpec spec, MixtureSampler episodes, ImmutableArray<ComparedMetric> guarded, Configuration candidate, int ordinal, int pairs, double weight, IDistributions distributions)
    {
        _spec = spec;
        _guarded = guarded;
        _looks = new SequentialLooks(pairs);
        _decider = new GateDecider(spec.Objective.Gate, _looks, weight, distributions);
        _comparison = new Comparison(
            spec.Seed,
            $"gate {ordinal + 1}",
            TrialPurpose.Gate,
            [spec.Baseline, candidate],
            index => episodes.Fresh($"gate/{ordinal}", index),
            Math.Max(1, spec.Cluster.Clusters));
        AskUntil(_looks.NextAfter(0));
    }

    public string Name => "gate";

    public bool IsOver => Verdict.Passed is not null;

    public Configuration Configuration => _comparison.Arms[Candidate];

    public int Pairs => _comparison.With(Baseline, Candidate).Count;

    public GateVerdict Verdict { get; private set; } = new(null, "nothing was measured", []);

    public PairedResult Objective => PairedComparer.Objective(_spec.Objective, _comparison, Baseline, Candidate);

    public TrialDraft? Propose(int lane, int affordable) => _comparison.Propose(lane);

    public void Started(TrialPlan plan) => _comparison.Started(plan);

    public void Ended(TrialRecord trial)
    {
        _comparison.Ended(trial);
        if (_comparison.Unfit.Count > 0)
        {
            _comparison.DropWaiting();
            var (arm, reason) = _comparison.Unfit.First();
            Verdict = new GateVerdict(false, $"the {(arm == Baseline ? "baseline" : "candidate")} could not run: {reason}", Verdict.Metrics);
            return;
        }

        if (!_comparison.IsIdle)
        {
            return;
        }

        Verdict = _decider.Decide(
            Pairs,
            Objective,
            [.. _guarded.Select(metric => (metric, PairedComparer.Metric(_comparison, Baseline, Candidate, metric)))],
            [.. _spec.Objective.SubjectTo.Select(limit => (limit.Text, Excess(limit)))]);
        if (Verdict.Passed is null)
        {
            AskUntil(_looks.NextAfter(Pairs));
        }
    }

    private void AskUntil(int blocks)
    {
        while (_comparison.Asked < blocks)
        {
            _comparison.Ask([Baseline, Candidate]);
        }
    }

    private MeanEstimate Excess(MetricLimit limit)
    {
        var excesses = new List<PairedDifference>();
        foreach (var measurement in _comparison.Of(Candidate))
        {
            if (ObjectiveScorer.Excess(limit, Configuration, measurement.Metrics) is not { } excess)
            {
                // Whether a limit is kept where it could not be computed is not known, however well it is kept elsewhere.
                return PairedMean.Of([]);
            }

            excesses.Add(new PairedDifference(excess, 0));
        }

        return PairedMean.Of(excesses);
    }
}
