using System.Collections.Immutable;
using TuneSearch.Core.Annealing;
using TuneSearch.Core.Jobs.Answers;
using TuneSearch.Core.Jobs.Calibrations;
using TuneSearch.Core.Jobs.Comparisons;
using TuneSearch.Core.Jobs.Elimination;
using TuneSearch.Core.Jobs.Estimation;
using TuneSearch.Core.Jobs.Finalists;
using TuneSearch.Core.Jobs.Futility;
using TuneSearch.Core.Jobs.Gate;
using TuneSearch.Core.Jobs.Guards;
using TuneSearch.Core.Jobs.Searching;
using TuneSearch.Core.Jobs.Trials;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Statistics;
using TuneSearch.Core.Workloads;

namespace TuneSearch.Core.Jobs.Flows;

/// <summary><c>verification: gate</c>: calibration, search, finalists, elimination, gate, estimate.</summary>
/// <remarks>
/// The minimal diff comes before the gate, so that what is gated is what is shipped (docs/adr/0006). If it fails there, the full candidate, or the
/// runner-up where the two are the same, has a second try with the smaller part of the error.
/// </remarks>
internal sealed class VerifiedFlow : IFlow
{
    /// <summary>Shares of the error for the first and the second candidate; they sum to 1.</summary>
    private static readonly ImmutableArray<double> s_weights = [BudgetSplit.FirstCandidate, 1 - BudgetSplit.FirstCandidate];

    private const int MostEstimateBlocks = 24;
    private readonly JobSpec _spec;
    private readonly ISearcherFactory _searchers;
    private readonly IDistributions _distributions;
    private readonly MixtureSampler _episodes;
    private readonly VerifiedNotes _notes;
    private readonly List<GatePhase> _gates = [];
    private readonly CalibrationPhase _calibrating;
    private readonly Pace _pace;
    private SearchPhase? _search;
    private FinalistPhase? _finalists;
    private EliminationPhase? _elimination;
    private EstimatePhase? _estimate;
    private Calibration? _calibration;
    private BudgetSplit? _split;
    private ImmutableArray<Finalist> _ranked = [];
    private bool _isOver;

    public VerifiedFlow(JobSpec spec, ISearcherFactory searchers, IDistributions distributions)
    {
        _spec = spec;
        _searchers = searchers;
        _distributions = distributions;
        _episodes = spec.Episodes();
        _notes = new VerifiedNotes(spec, _episodes.EpisodesToCoverAll, distributions);
        _pace = new Pace(spec.Budget, Math.Max(1, spec.Cluster.Clusters));
        _calibrating = new CalibrationPhase(spec, _episodes, BudgetSplit.CalibrationPairs(spec.Budget.Trials, _episodes.EpisodesToCoverAll), distributions);
        Running = _calibrating;
    }

    public IPhase? Current
    {
        get
        {
            Advance();
            return _isOver ? null : Running;
        }
    }

    public Recommendation? Best => _search?.Best;

    public double? BaselineObjective => _calibration?.BaselineObjective;

    public double Temperature => Running == _search ? _search?.Temperature ?? 0 : 0;

    public double? Acceptance => _search?.Acceptance;

    public Relevance? Relevance => _search?.Relevance;

    public ImmutableArray<string> Notes => _notes.SoFar;

    public string? Failure => _calibrating.Failure ?? _search?.Failure;

    private IPhase Running { get; set; }

    public void Started(TrialPlan plan)
    {
        // A search that had nothing left to propose knows it only by being asked, which a replay does not do.
        if (plan.Purpose != TrialPurpose.Search)
        {
            _search?.Close();
        }

        Current?.Started(plan);
    }

    public void Ended(TrialRecord trial)
    {
        _pace.Ended(Math.Max(1, TrialLedger.MeasurementsOf(trial.Outcome).Length), trial.At);
        Running.Ended(trial);
        if (_search is { } search && _pace.Left() <= ReservedForProof())
        {
            search.Close();
        }

        Advance();
    }

    public JobAnswer Answer(string? cutShort)
    {
        var passed = _gates.FirstOrDefault(g => g.Verdict.Passed == true);
        return passed is null ? Baseline(cutShort) : Improved(passed, cutShort);
    }

    private JobAnswer Baseline(string? cutShort) => new(Verdict.Baseline, _spec.Baseline)
    {
        Objective = new Estimate(0, 0, 0),
        Profiles = _gates.Count > 0 ? _gates[^1].Verdict.ByProfile() : JobAnswerProfiles.None,
        Notes = _notes.ForBaseline(_gates, _ranked, _elimination, cutShort, _search),
    };

    private JobAnswer Improved(GatePhase passed, string? cutShort)
    {
        // Cut short before there were two fresh pairs, the gate's own are the only evidence; the notes say so.
        var isFresh = _estimate is { } estimate && estimate.Gain.Mean.Count >= 2;
        var gain = isFresh ? _estimate!.Gain : passed.Objective;
        return new JobAnswer(Verdict.Improved, passed.Configuration)
        {
            Objective = gain.Scale.ToEstimate(gain.Mean, VerifiedNotes.Confidence, _distributions),
            FromGate = !isFresh,
            Changes = _estimate?.Changes() ?? ConfigurationDiff.Changes(_spec.Space, _spec.Baseline, passed.Configuration),
            Profiles = passed.Verdict.ByProfile(),
            Notes = _notes.ForImproved(passed, isFresh ? _estimate : null, _elimination, cutShort, _search),
        };
    }

    /// <summary>What the phases after the search were promised: the wall clock may run faster than the calibration made believe.</summary>
    private int ReservedForProof() =>
        _spec.Budget.WallClock is null ? 0 : ((_split!.Finalists + 1) * _split.FinalistBlocks) + (2 * (_split.GatePairs + _split.EstimatePairs));

    private void Advance()
    {
        while (!_isOver && Running.IsOver)
        {
            if (Next() is { } next)
            {
                Running = next;
            }
            else
            {
                _isOver = true;
            }
        }
    }

    private IPhase? Next() => Running switch
    {
        CalibrationPhase => StartSearch(),
        SearchPhase => StartFinalists(),
        FinalistPhase finalists => StartElimination(finalists.Conclude()),
        EliminationPhase elimination => StartGate(elimination.Reduced),
        GatePhase gate => gate.Verdict.Passed == true ? StartEstimate(gate.Configuration) : SecondGate(gate),
        _ => null,
    };

    private SearchPhase? StartSearch()
    {
        if (Failure is not null)
        {
            return null;
        }

        _calibration = _calibrating.Conclude();
        _split = BudgetSplit.For(_pace.Left(), _calibration, _spec, _distributions);
        _notes.Calibrated(_calibration, _split);
        var perTrial = EpisodesPerTrial(_calibration, _split);
        var noise = _calibration.CostDeviation;
        var context = new SearchContext(_spec.Space, _spec.Baseline, _spec.Annealing, _spec.Seed, Math.Max(1, _split.Search / perTrial))
        {
            Noise = noise / Math.Sqrt(perTrial),
            Relevance = _spec.Relevance,
            Parallel = Math.Max(1, _spec.Cluster.Clusters),
        };
        var guards = new GuardWatch(_calibration, _spec.Objective.Gate.MaxRegression);
        foreach (var (episode, measurement) in _calibrating.Baseline)
        {
            guards.AddBaseline(episode, measurement);
        }

        return _search = new SearchPhase(_spec, _searchers.Create(context), _episodes, perTrial, _split.Search, new FutilityBounds(noise), guards);
    }

    private int EpisodesPerTrial(Calibration calibration, BudgetSplit split) =>
        Replicates.For(calibration.Objective.Deviation, _episodes.EpisodesToCoverAll, split.Search);

    private IPhase? StartFinalists()
    {
        ImmutableArray<Configuration> finalists =
        [
            .. _search!.Rank(_split!.Finalists + 1).Select(r => r.Configuration).Where(c => !c.Equals(_spec.Baseline)).Take(_split.Finalists),
        ];
        if (finalists.IsEmpty)
        {
            return null;
        }

        if (_split.FinalistBlocks == 0)
        {
            return StartGate(finalists[0]);
        }

        var blocks = Math.Min(_split.FinalistBlocks, (_pace.Left() - (2 * BudgetSplit.LeastPairs)) / (finalists.Length + 1));
        return blocks < 1 ? null : _finalists = new FinalistPhase(_spec, _episodes, finalists, _calibration!, blocks, _distributions);
    }

    private IPhase? StartElimination(ImmutableArray<Finalist> ranked)
    {
        _ranked = ranked;
        if (ranked.IsEmpty || ranked[0].Gain.Mean.Mean <= 0)
        {
            return null;
        }

        var best = ranked[0];
        var level = new ObjectiveLevel(_spec.Objective, [.. _search!.History.Select(visit => visit.Objective)]);
        var (noise, wasHidden) = EliminationNoise.Of(_calibration!, _finalists!.Comparison, level);
        if (wasHidden)
        {
            _calibration = _calibration!.WithDeviation(Math.Sqrt(noise.Variance));
            _notes.NoiseWasHidden(_calibration);
        }

        var spend = _pace.Left() - _split!.ReservedForGate(BudgetSplit.GatePairsNeeded(_calibration!, _spec, _distributions, best));
        var lines = ConfigurationDiff.Changes(_spec.Space, _spec.Baseline, best.Configuration).Length;
        var plan = EliminationPlan.For(lines, spend, best.Gain.Mean.Mean, noise, _distributions);
        if (plan is null)
        {
            return StartGate(best.Configuration);
        }

        var known = new KnownBefore(_calibration!, _search.History, _finalists.Comparison, noise);
        return _elimination = new EliminationPhase(_spec, _episodes, best, plan, known, spend, _distributions);
    }

    private GatePhase? StartGate(Configuration candidate)
    {
        var pairs = _split!.GatePairsFrom(BudgetSplit.GatePairsNeeded(_calibration!, _spec, _distributions), _pace.Left());
        if (pairs < BudgetSplit.LeastPairs || candidate.Equals(_spec.Baseline) || _gates.Count >= s_weights.Length)
        {
            return null;
        }

        var guarded = _calibration!.Guarded.Select(g => g.Metric).ToImmutableArray();
        var gate = new GatePhase(_spec, _episodes, guarded, candidate, _gates.Count, pairs, s_weights[_gates.Count], _distributions);
        _gates.Add(gate);
        return gate;
    }

    private GatePhase? SecondGate(GatePhase failed)
    {
        if (_ranked.IsEmpty)
        {
            return null;
        }

        var full = _ranked[0].Configuration;
        var second = !failed.Configuration.Equals(full) ? full
            : _ranked.Length > 1 && _ranked[1].Gain.Mean.Mean > 0 ? _ranked[1].Configuration
            : null;
        return second is null ? null : StartGate(second);
    }

    private EstimatePhase? StartEstimate(Configuration answer) =>
        _pace.Left() < 2 * 2 ? null : _estimate = new EstimatePhase(_spec, _episodes, answer, _pace.Left(), MostEstimateBlocks, _distributions);
}
