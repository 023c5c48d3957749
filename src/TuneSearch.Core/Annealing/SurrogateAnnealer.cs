using System.Collections.Immutable;
using TuneSearch.Core.Annealing.Acquisition;
using TuneSearch.Core.Annealing.Candidates;
using TuneSearch.Core.Annealing.Encoding;
using TuneSearch.Core.Annealing.Starts;
using TuneSearch.Core.Annealing.Surrogates;
using TuneSearch.Core.Randomness;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Core.Annealing;

/// <summary>Annealing where a trial costs minutes: chains are annealed on a model of the landscape, and only the most promising candidate is measured.</summary>
/// <remarks>
/// Walkers alternate between cold steps, which believe the model, and reheats, which see it with shorter length scales and so look where it is only
/// extrapolating. Trials under measurement count as measured at what the model expects of them, so that several clusters do not ask the same.
/// Where nobody knows of noise, no configuration is measured twice. What will probably cost the same as one that was measured is promised less.
/// </remarks>
internal sealed class SurrogateAnnealer : ISearcher
{
    private const int FewestStarts = 9;
    private const int AxesForOneMoreStart = 8;
    private const double HotTemperature = 2;

    /// <summary>Reheats begin when so many times the start's trials were made: before that a hot model is hardly more than its prior.</summary>
    private const int StartsBeforeReheats = 3;
    private const double UnprovenNoise = 0.5;
    private const double RestartBurden = 0.2;
    private const int LargestListedSpace = 4096;

    /// <summary>Work of judging one candidate, in points times axes, from which the number of candidates is cut to keep a proposal within 5 ms.</summary>
    private const double FullEffortWork = 9000;
    private const double AxesWorthTheSolving = 40;
    private const double AxesFromWhichRowsDominate = 10;
    private readonly SearchContext _context;
    private readonly SpaceEncoding _space;
    private readonly IAcquisition _acquisition;
    private readonly ICandidateSource _candidates;
    private readonly AxisShape[] _shapes;
    private readonly Evidence _evidence;
    private readonly WalkerTeam _walkers;
    private readonly CostModel _costs;
    private readonly Ambition _ambition;
    private readonly FeasibilityModel _feasibility;
    private readonly PlateauModel _plateaus;
    private readonly NoisyPlateauModel _noisyPlateaus;
    private readonly IReadOnlyList<double[]> _starts;
    private readonly int[] _restartAxes;
    private IReadOnlyList<double[]>? _all;

    public SurrogateAnnealer(SearchContext context, IStart start, IAcquisition acquisition, ICandidateSource candidates)
    {
        _context = context;
        _acquisition = acquisition;
        _candidates = candidates;
        _space = new SpaceEncoding(context.Space);
        _evidence = new Evidence(_space);
        _walkers = new WalkerTeam(context.Options.Walkers, context.Seed, context.Trials);
        var withRatios = context.Options.Levels == "learned";
        _shapes = AxisShape.Of(_space, withRatios, context.Relevance);
        var hasHeavyTails = context.Options.Relevance == "heavy-tailed";
        _costs = new CostModel(_shapes, context.Seed, context.Options.Scale == "likeliest", hasHeavyTails, context.Noise, () => IsTakenForNoisy);
        _plateaus = new PlateauModel(_shapes);
        _noisyPlateaus = new NoisyPlateauModel(_shapes);
        _feasibility = new FeasibilityModel(AxisShape.Of(_space, withRatios), hasHeavyTails);
        var count = Math.Max(2, Math.Min(FewestStarts + (_space.Axes.Length / AxesForOneMoreStart), context.Trials / 2));
        _starts = start.Points(_space, _space.GenesOf(context.Baseline), count, context.Seed);
        _ambition = new Ambition(context.Options.Ambition == "fading", count, context.Trials);
        _restartAxes = context.Options.Restarts == "ignored" ? [] : [.. Enumerable.Range(0, _space.Axes.Length).Where(i => _space.Axes[i].Parameter.UpdateMode is UpdateMode.Restart or UpdateMode.Hook)];
    }

    public double? Acceptance => _walkers.Acceptance;

    /// <summary>Before the start is measured the model is hardly more than its prior.</summary>
    public Relevance? Relevance => _costs.IsReady && _costs.Count >= _starts.Count ? new Relevance(_costs.Parameters.ToRelevance(_space, _shapes)) : null;

    private bool MayRepeat => _context.Noise is > 0 || _evidence.HasShownNoise || IsTakenForNoisy;

    /// <summary>Whether there is noise of which nobody knows how much.</summary>
    private bool IsTakenForNoisy => _context is { IsNoisy: true, Noise: null } && !_evidence.HasShownNone;

    public Proposal? Ask()
    {
        var step = _evidence.Started;
        var walker = step % _walkers.Count;
        var temperature = _walkers.Temperature(_context.Noise);
        var random = CounterRandom.For(_context.Seed, "propose", (ulong)step);
        if (step < _starts.Count && _evidence.IdentityOf(_starts[step]) < 0)
        {
            return new Proposal(step == 0 ? _context.Baseline : _space.ToConfiguration(_starts[step]), walker, temperature, "start");
        }

        if (!_costs.IsReady)
        {
            return AnyUnseen(ref random) is { } unseen ? new Proposal(_space.ToConfiguration(unseen), walker, temperature, "start") : null;
        }

        var isEarly = IsEarly(step);
        var isOdd = _walkers.Count > 1 ? walker % 2 == 1 : step % 2 == 1;
        var isHot = _context.Options.Reheat == "alternate" && !isEarly && isOdd;
        var heat = isHot ? HotTemperature : 1;
        if ((Screened(heat, isHot || (isEarly && !isOdd), walker, step, ref random) ?? AnyUnseen(ref random)) is not { } genes)
        {
            return null;
        }

        var move = _evidence.IdentityOf(genes) >= 0 ? "replica" : isHot ? "reheat" : "step";
        return new Proposal(_space.ToConfiguration(genes), walker, temperature * heat, move);
    }

    public void Started(int trial, Proposal proposal) => _evidence.Start(trial, proposal);

    public void Tell(int trial, Observation observation)
    {
        if (_evidence.End(trial, observation) is not { } ended)
        {
            return;
        }

        var genes = _evidence.Genes(ended.Identity);
        var positions = new double[genes.Length];
        _space.PositionsOf(genes, positions);
        _feasibility.Add(positions, ended.Identity, observation);
        if (observation.Cost is { } cost)
        {
            _costs.Add(positions, ended.Identity, cost);
            if (_evidence.TimesSeen(ended.Identity) == 1)
            {
                _plateaus.Add(positions, cost);
                _noisyPlateaus.Add(positions, ended.Identity);
            }
        }

        _walkers.Decide(trial, ended.Proposal.Walker, genes, observation, ended.Proposal.Temperature);
    }

    public Recommendation? Recommend() => Rank(1) is [var best] ? best : null;

    public ImmutableArray<Recommendation> Rank(int count)
    {
        var estimates = _context.Options.Recommend == "measured" || !_costs.IsReady ? [] : _costs.Estimates(BelievedNoise());
        var misses = _feasibility.BelievedMisses();
        return
        [
            .. Enumerable.Range(0, _evidence.Configurations)
                .Select(identity => (Identity: identity, Mean: _evidence.MeanOf(identity)))
                .Where(pair => pair.Mean?.Cost is not null)
                .Select(pair => (pair.Identity, Believed: pair.Mean! with
                {
                    Cost = estimates.TryGetValue(pair.Identity, out var estimate) ? estimate : pair.Mean.Cost,
                    Violation = pair.Mean.Violation > 0 ? pair.Mean.Violation : misses.GetValueOrDefault(pair.Identity),
                }))
                .OrderBy(pair => pair.Believed, Comparer<Observation>.Create(Observation.Compare))
                .Take(count)
                .Select(pair => new Recommendation(_evidence.Configuration(pair.Identity), pair.Believed.Cost!.Value, pair.Believed.IsFeasible)),
        ];
    }

    /// <summary>Where nobody knows of noise and no repeat showed any, half of what the fit takes for noise may as well be the configurations' own.</summary>
    private double BelievedNoise() => _context.Options.Recommend == "smoothed" || _context.Noise is not null || IsTakenForNoisy || _evidence.HasShownNoise ? 1 : UnprovenNoise;

    private bool IsEarly(int step) => step < StartsBeforeReheats * _starts.Count;

    private double[]? Screened(double heat, bool isEager, int walker, int step, ref CounterRandom random)
    {
        var estimates = _costs.Estimates();
        var process = _costs.At(heat);
        var told = process.Count;
        try
        {
            ExpectPending(process);
            int[] ranked = [.. estimates.OrderBy(pair => pair.Value).Select(pair => pair.Key)];
            var misses = _feasibility.BelievedMisses();
            var best = ranked.FirstOrDefault(identity => _evidence.IsFeasible(identity) && misses.GetValueOrDefault(identity) <= 0, -1);
            var screen = new Screen(_space, process, _feasibility, _acquisition, LowestMean(process, best) - _ambition.Margin(step, isEager, process.Noise), _evidence.IdentityOf, MayPropose)
            {
                Key = CounterRandom.DeriveSeed(_context.Seed, "luck", (ulong)step),
                Burden = BurdenOf,
                Novelty = NoveltyFor(process, isReheat: heat > 1, IsEarly(step)),
            };
            var starts = ranked.Select(_evidence.Genes).ToList();
            if (_walkers.Position(walker) is { } position)
            {
                starts.Insert(Math.Min(1, starts.Count), position);
            }

            _candidates.Show(screen, _space, starts, Math.Min(1, FullEffortWork / (process.Count * AxesPerCandidate())), ref random);
            return screen.Winner;
        }
        finally
        {
            if (process.Count > told)
            {
                process.Truncate(told);
                process.Observe(_costs.Values());
            }
        }
    }

    /// <summary>Under noise cold trials may polish what reheats and early trials found.</summary>
    private Func<double[], double> NoveltyFor(GaussianProcess process, bool isReheat, bool isEarly)
    {
        if (_context.Options.Plateaus == "ignored")
        {
            return _ => 0;
        }

        if (!MayRepeat)
        {
            return positions => _plateaus.LogWeight(positions);
        }

        return isReheat || isEarly ? _noisyPlateaus.LogWeight(MeanOnScale, process.Noise, process.Scale, isReheat) : _ => 0;
    }

    /// <summary>The mean of a configuration's costs on the model's scale, and how many they are; null for one that cannot run.</summary>
    private (double Mean, int Count)? MeanOnScale(int identity) =>
        _evidence.MeanOf(identity)?.Cost is { } mean ? (_costs.Scale.Apply(mean), _evidence.TimesSeen(identity)) : null;

    private double AxesPerCandidate() => AxesWorthTheSolving + (_space.Axes.Length * Math.Max(1, _space.Axes.Length / AxesFromWhichRowsDominate));

    /// <summary>Appends what is under measurement at its expected value (Ginsbourger, Le Riche and Carraro 2010, «kriging believer»).</summary>
    private void ExpectPending(GaussianProcess process)
    {
        var values = _costs.Values().ToList();
        foreach (var identity in _evidence.InFlight)
        {
            var positions = new double[_space.Axes.Length];
            _space.PositionsOf(_evidence.Genes(identity), positions);
            values.Add(process.PredictAt(positions, identity).Mean);
            process.Append(positions, identity);
            process.Observe([.. values]);
        }
    }

    /// <summary>What the process believes of the best feasible configuration; its mean where there is none yet.</summary>
    private double LowestMean(GaussianProcess process, int best)
    {
        if (best < 0)
        {
            return process.Mean;
        }

        var positions = new double[_space.Axes.Length];
        _space.PositionsOf(_evidence.Genes(best), positions);
        return process.PredictAt(positions, best).Mean;
    }

    private bool MayPropose(double[] genes) => _evidence.IdentityOf(genes) is var identity && (identity < 0 || (MayRepeat && !_evidence.InFlight.Contains(identity)));

    private double BurdenOf(double[] genes)
    {
        if (_evidence.LastStarted is not { } last)
        {
            return 0;
        }

        foreach (var axis in _restartAxes)
        {
            if (genes[axis] != last[axis])
            {
                return RestartBurden;
            }
        }

        return 0;
    }

    /// <summary>A lawful configuration that was never started; null where there is none, or none was found in a space too large to list.</summary>
    private double[]? AnyUnseen(ref CounterRandom random)
    {
        if (_space.Size <= LargestListedSpace)
        {
            _all ??= [.. _space.All()];
            var unseen = _all.Where(genes => _evidence.IdentityOf(genes) < 0).ToArray();
            return unseen.Length == 0 ? null : unseen[random.NextInt32(unseen.Length)];
        }

        for (var attempt = 0; attempt < 50; attempt++)
        {
            if (_space.Draw(ref random) is { } drawn && _evidence.IdentityOf(drawn) < 0)
            {
                return drawn;
            }
        }

        return null;
    }
}
