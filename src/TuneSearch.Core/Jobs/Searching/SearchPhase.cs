using System.Collections.Immutable;
using TuneSearch.Core.Annealing;
using TuneSearch.Core.Jobs.Flows;
using TuneSearch.Core.Jobs.Futility;
using TuneSearch.Core.Jobs.Guards;
using TuneSearch.Core.Jobs.Trials;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Objectives;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Workloads;

namespace TuneSearch.Core.Jobs.Searching;

/// <summary>Lets the searcher propose and tells it what was measured.</summary>
/// <remarks>
/// Every configuration's first visit sees the same episodes, so that configurations are compared on the same arrivals, sizes and keys;
/// a further visit sees the next ones, so that it tells something new.
/// </remarks>
internal sealed class SearchPhase : IPhase
{
    private readonly JobSpec _spec;
    private readonly ISearcher _searcher;
    private readonly MixtureSampler _episodes;
    private readonly int _episodesPerTrial;
    private readonly FutilityBounds? _futility;
    private readonly GuardWatch? _guards;
    private readonly Dictionary<Configuration, int> _visits = [];
    private readonly Dictionary<Configuration, ImmutableArray<double>> _costs = [];
    private readonly List<SearchVisit> _history = [];
    private int _left;
    private int _inFlight;
    private bool _everScored;
    private Recommendation? _best;
    private bool _isBestKnown;
    private bool _isClosed;

    /// <param name="measurements">What the search may use.</param>
    public SearchPhase(JobSpec spec, ISearcher searcher, MixtureSampler episodes, int episodesPerTrial, int measurements, FutilityBounds? futility = null, GuardWatch? guards = null)
    {
        _spec = spec;
        _searcher = searcher;
        _episodes = episodes;
        _episodesPerTrial = episodesPerTrial;
        _left = measurements;
        _futility = futility;
        _guards = guards;
    }

    public string Name => "search";

    public bool IsOver => _inFlight == 0 && (_left < _episodesPerTrial || _isClosed);

    public double Temperature { get; private set; }

    public double? Acceptance => _searcher.Acceptance;

    public Relevance? Relevance => _searcher.Relevance;

    public double? BaselineObjective { get; private set; }

    public string? Failure { get; private set; }

    public FutilityReport Futility { get; private set; } = new(0, 0, 0);

    /// <summary>Every trial that ran to its end, in the order in which they ended.</summary>
    public IReadOnlyList<SearchVisit> History => _history;

    /// <summary>Asking the searcher may cost it a model's fit, so the answer is kept until something new is told.</summary>
    public Recommendation? Best
    {
        get
        {
            if (!_isBestKnown)
            {
                _best = _searcher.Recommend();
                _isBestKnown = true;
            }

            return _best;
        }
    }

    public ImmutableArray<Recommendation> Rank(int count) => _searcher.Rank(count);

    /// <summary>Proposes nothing more; trials in flight may end.</summary>
    public void Close() => _isClosed = true;

    public TrialDraft? Propose(int lane, int affordable)
    {
        if (_isClosed || _left < _episodesPerTrial || affordable < _episodesPerTrial)
        {
            return null;
        }

        if (_searcher.Ask() is not { } proposal)
        {
            _isClosed |= _inFlight == 0;
            return null;
        }

        var visit = _visits.GetValueOrDefault(proposal.Configuration);
        var first = visit * _episodesPerTrial;
        return new TrialDraft(TrialPurpose.Search, proposal.Configuration, Episodes(first))
        {
            Walker = proposal.Walker,
            Temperature = proposal.Temperature,
            Move = proposal.Move,
            Futility = visit == 0 ? FutilityAgainstBest(proposal.Configuration) : null,
        };
    }

    public void Started(TrialPlan plan)
    {
        _inFlight++;
        _left -= plan.Episodes.Length;
        _visits[plan.Configuration] = _visits.GetValueOrDefault(plan.Configuration) + 1;
        _searcher.Started(plan.Number, new Proposal(plan.Configuration, plan.Walker, plan.Temperature, plan.Move));
        Temperature = plan.Temperature;
        _isBestKnown = false;
    }

    public void Ended(TrialRecord trial)
    {
        _inFlight--;
        _isBestKnown = false;
        var plan = trial.Plan;
        var measurements = TrialLedger.MeasurementsOf(trial.Outcome);
        if (trial.Outcome is not Infeasible)
        {
            Futility = Futility.With(plan.Episodes.Length, measurements.Length, trial.Outcome is Stopped);
        }

        _left += trial.Outcome is Infeasible ? plan.Episodes.Length - 1 : plan.Episodes.Length - measurements.Length;
        _searcher.Tell(plan.Number, Observe(plan, trial.Outcome, measurements));
    }

    private Observation Observe(TrialPlan plan, TrialOutcome outcome, ImmutableArray<Measurement> measurements)
    {
        if (outcome is Infeasible)
        {
            return Observation.Infeasible;
        }

        var score = ObjectiveScorer.Score(_spec.Objective, plan.Configuration, measurements);
        if (score.Cost is not { } cost)
        {
            Failure ??= _everScored ? null : $"the objective cannot be computed: {score.Problem}. Write the objective with metrics that the cluster '{_spec.Cluster.Driver}' reports";
            return Observation.Infeasible;
        }

        _everScored = true;
        if (measurements.Length == plan.Episodes.Length)
        {
            _history.Add(new SearchVisit(plan.Configuration, plan.Episodes[0].Seed, score.Objective!.Value));
        }

        if (plan.Configuration.Equals(_spec.Baseline))
        {
            BaselineObjective ??= score.Objective;
            for (var i = 0; i < measurements.Length; i++)
            {
                _guards?.AddBaseline(plan.Episodes[i], measurements[i]);
            }
        }

        var guarded = _guards?.Judge(plan.Episodes, measurements) ?? new GuardJudgement(0, null);
        var violation = score.Violation + guarded.Violation;
        if (violation <= 0)
        {
            _costs.TryAdd(plan.Configuration, [.. measurements.Select(m => ObjectiveScorer.Score(_spec.Objective, plan.Configuration, [m]).Cost!.Value)]);
        }

        return new Observation(cost, violation, measurements.Length) { Slack = score.Slack is { } slack ? Math.Min(slack, guarded.Slack ?? slack) : guarded.Slack };
    }

    private FutilityRule? FutilityAgainstBest(Configuration proposed) =>
        _futility is { } bounds && _episodesPerTrial > 1 && Best is { IsFeasible: true } best && !best.Configuration.Equals(proposed)
        && _costs.TryGetValue(best.Configuration, out var costs) && costs.Length == _episodesPerTrial
            ? bounds.Against(costs)
            : null;

    private ImmutableArray<Episode> Episodes(int first) => [.. Enumerable.Range(first, _episodesPerTrial).Select(i => _episodes.Seen("search", i))];
}
