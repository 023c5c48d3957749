using System.Collections.Immutable;
using TuneSearch.Core.Jobs.Answers;
using TuneSearch.Core.Jobs.Calibrations;
using TuneSearch.Core.Jobs.Comparisons;
using TuneSearch.Core.Jobs.Finalists;
using TuneSearch.Core.Jobs.Flows;
using TuneSearch.Core.Jobs.Guards;
using TuneSearch.Core.Jobs.Trials;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Statistics;
using TuneSearch.Core.Workloads;

namespace TuneSearch.Core.Jobs.Elimination;

/// <summary>The minimal diff: takes lines of the candidate back as long as it stays as good as it was.</summary>
internal sealed class EliminationPhase : IPhase
{
    private const int Full = 0;

    /// <summary>A line is clear beyond so many standard errors: one in forty of twenty lines that bring nothing looks so.</summary>
    private const double ClearStandardErrors = 3;

    /// <summary>Clear lines below this part of the margin are tried all the same: they show, but hardly count.</summary>
    private const double SmallPartOfMargin = 0.25;
    private readonly JobSpec _spec;
    private readonly Finalist _candidate;
    private readonly EliminationPlan _plan;
    private readonly Calibration _calibration;
    private readonly IDistributions _distributions;
    private readonly ImmutableArray<string> _lines;
    private readonly Comparison _comparison;
    private LineScreening? _screening;
    private LineGroups _groups = new([]);
    private EliminationDecider? _decider;
    private SequentialLooks? _looks;
    private int _variant = -1;
    private int _left;

    /// <param name="prior">What the search makes believe of the lines; asked where there is no screening.</param>
    /// <param name="measurements">What the phase may use.</param>
    public EliminationPhase(
        JobSpec spec, MixtureSampler episodes, Finalist candidate, EliminationPlan plan, LinePrior prior, int measurements, Calibration calibration, IDistributions distributions)
    {
        _spec = spec;
        _candidate = candidate;
        _plan = plan;
        _left = measurements;
        _calibration = calibration;
        _distributions = distributions;
        _lines = [.. ConfigurationDiff.Changes(spec.Space, spec.Baseline, candidate.Configuration).Select(c => c.Parameter)];
        _comparison = new Comparison(
            spec.Seed, "elimination", TrialPurpose.Elimination, [candidate.Configuration], index => episodes.Fresh("elimination", index), Math.Max(1, spec.Cluster.Clusters));
        if (plan.ScreeningRows > 0)
        {
            _screening = new LineScreening(spec, _comparison, candidate.Configuration, _lines, plan.ScreeningRows);
            _screening.Ask();
        }

        if (_comparison.IsIdle)
        {
            TestGroups(prior.Groups(_lines, SmallPartOfMargin * plan.Margin));
        }
    }

    public string Name => "elimination";

    public bool IsOver => _comparison.IsIdle;

    /// <summary>The candidate without the lines that may go.</summary>
    public Configuration Reduced => Without(_groups.Gone);

    /// <summary>Lines that were not decided before the budget ended.</summary>
    public int Undecided => _groups.Undecided;

    public double Margin => _plan.Margin;

    public TrialDraft? Propose(int lane, int affordable) => _comparison.Propose(lane);

    public void Started(TrialPlan plan) => _comparison.Started(plan);

    public void Ended(TrialRecord trial)
    {
        _comparison.Ended(trial);
        _left--;
        if (_comparison.Unfit.ContainsKey(Full))
        {
            // The gate will say so; nothing can be held against a configuration that cannot run.
            _comparison.DropWaiting();
            return;
        }

        if (!_comparison.IsIdle)
        {
            return;
        }

        if (_screening is { } screening)
        {
            _screening = null;
            var (effects, error) = screening.Conclude(_calibration.Objective.PairDeviation);
            var clear = Math.Max(ClearStandardErrors * error, SmallPartOfMargin * _plan.Margin);
            TestGroups([[.. Enumerable.Range(0, _lines.Length).Where(line => effects[line] <= clear).OrderBy(line => effects[line]).Select(line => _lines[line])]]);
            return;
        }

        var pairs = _comparison.With(Full, _variant).Count;
        if (Decide(pairs) is { } canGo)
        {
            _groups.Decide(canGo);
            TestNext();
        }
        else
        {
            AskUntil(_looks!.NextAfter(pairs) - pairs);
        }
    }

    private bool? Decide(int pairs) =>
        _comparison.Unfit.ContainsKey(_variant) || HurtsAGuardedMetric() ? false
        : _decider!.Decide(pairs, PairedComparer.Objective(_spec.Objective, _comparison, Full, _variant).Mean);

    /// <summary>Whether the reduced configuration visibly loses more than the margin against the baseline: the candidate's own change and the reduction's together.</summary>
    private bool HurtsAGuardedMetric()
    {
        foreach (var ((metric, candidate), (_, floor)) in _candidate.Guarded.Zip(_calibration.Guarded))
        {
            var reduction = PairedComparer.Metric(_comparison, Full, _variant, metric);
            if (reduction.Mean.Count > 0 && candidate.Mean.Count > 0 && candidate.Scale.IsLog == reduction.Scale.IsLog
                && GuardLoss.Beyond(candidate, reduction, _spec.Objective.Gate.MaxRegression, floor) > 0)
            {
                return true;
            }
        }

        return false;
    }

    private void TestGroups(IEnumerable<ImmutableArray<string>> groups)
    {
        _groups = new LineGroups(groups);
        TestNext();
    }

    private void TestNext()
    {
        while (_groups.Current is { } group)
        {
            var variant = Without(_groups.Gone.Union(group));
            if (_spec.Space.FirstBroken(variant) is not null)
            {
                _groups.Decide(canGo: false);
                continue;
            }

            if (variant.Equals(Reduced))
            {
                // Lines that only were active because of others went with them.
                _groups.Decide(canGo: true);
                continue;
            }

            if (_left < 2 * _plan.PairsPerTest)
            {
                return;
            }

            _variant = _comparison.Add(variant);
            _looks = new SequentialLooks(_plan.PairsPerTest);
            _decider = new EliminationDecider(_plan.Margin, _looks, _distributions);
            AskUntil(_looks.NextAfter(0));
            return;
        }
    }

    private void AskUntil(int blocks)
    {
        for (var i = 0; i < blocks; i++)
        {
            _comparison.Ask([Full, _variant]);
        }
    }

    private Configuration Without(IReadOnlySet<string> gone) => gone.Count == 0 ? _candidate.Configuration : ConfigurationDiff.Revert(_spec.Space, _spec.Baseline, _candidate.Configuration, gone);
}
