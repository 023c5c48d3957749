using System.Collections.Immutable;
using TuneSearch.Core.Randomness;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Core.Annealing;

/// <summary>Textbook simulated annealing without a model: random starts, Gaussian steps along one or two parameters, geometric cooling.</summary>
/// <remarks>Kirkpatrick, Gelatt and Vecchi, «Optimization by Simulated Annealing», Science 1983. Kept as the yardstick that stronger searchers are held against.</remarks>
public sealed class PlainAnnealer(SearchContext context) : ISearcher
{
    private const int RedrawsBeforeGivingUp = 200;
    private const int DecisionsInAcceptance = 20;
    private const double EndToStartTemperature = 0.02;
    private readonly Dictionary<int, Proposal> _inFlight = [];
    private readonly Dictionary<Configuration, List<Observation>> _seen = [];
    private readonly (Proposal Proposal, Observation Seen)?[] _positions = new (Proposal, Observation)?[Math.Max(1, context.Options.Walkers)];
    private readonly Queue<bool> _latest = new();
    private int _started;

    public double? Acceptance => _latest.Count == 0 ? null : _latest.Count(taken => taken) / (double)_latest.Count;

    public Relevance? Relevance => null;

    public Proposal? Ask()
    {
        var random = CounterRandom.For(context.Seed, "plain-annealer", (ulong)_started);
        var walker = _started % _positions.Length;
        if (_started == 0)
        {
            return new Proposal(context.Baseline, 0, 0, "start");
        }

        if (_positions[walker] is not { } position)
        {
            return new Proposal(Draw(ref random, null, 1) ?? context.Baseline, walker, 0, "start");
        }

        var step = 0.5 * Math.Pow(0.2, (double)_started / context.Trials);
        return Draw(ref random, position.Proposal.Configuration, step) is { } next
            ? new Proposal(next, walker, Temperature(), "step")
            : new Proposal(position.Proposal.Configuration, walker, Temperature(), "replica");
    }

    public void Started(int trial, Proposal proposal)
    {
        _inFlight[trial] = proposal;
        _started++;
    }

    public void Tell(int trial, Observation observation)
    {
        if (!_inFlight.Remove(trial, out var proposal))
        {
            return;
        }

        if (!_seen.TryGetValue(proposal.Configuration, out var seen))
        {
            _seen[proposal.Configuration] = seen = [];
        }

        seen.Add(observation);
        var walker = proposal.Walker % _positions.Length;
        var taken = _positions[walker] is not { } position || Accepts(trial, position.Seen, observation);
        if (taken)
        {
            _positions[walker] = (proposal, observation);
        }

        _latest.Enqueue(taken);
        if (_latest.Count > DecisionsInAcceptance)
        {
            _latest.Dequeue();
        }
    }

    public Recommendation? Recommend() => Rank(1) is [var best] ? best : null;

    public ImmutableArray<Recommendation> Rank(int count) =>
    [
        .. _seen.Select(pair => (pair.Key, Mean: Mean(pair.Value)))
            .Where(pair => pair.Mean.Cost is not null)
            .Order(Comparer<(Configuration Key, Observation Mean)>.Create((a, b) => Observation.Compare(a.Mean, b.Mean)))
            .Take(count)
            .Select(pair => new Recommendation(pair.Key, pair.Mean.Cost!.Value, pair.Mean.IsFeasible)),
    ];

    private static Observation Mean(List<Observation> seen) =>
        seen.Any(o => o.Cost is null) ? Observation.Infeasible : new Observation(seen.Average(o => o.Cost!.Value), seen.Average(o => o.Violation), seen.Count);

    /// <summary>Metropolis; between observations that are not both feasible the better one is kept.</summary>
    private bool Accepts(int trial, Observation now, Observation next)
    {
        if (!now.IsFeasible || !next.IsFeasible || Observation.Compare(next, now) <= 0)
        {
            return Observation.Compare(next, now) <= 0;
        }

        var chance = Math.Exp(-(next.Cost!.Value - now.Cost!.Value) / Math.Max(Temperature(), double.Epsilon));
        return CounterRandom.For(context.Seed, "plain-annealer-accept", (ulong)trial).NextDouble() < chance;
    }

    /// <summary>Starts at the spread of the costs seen so far, ends at the noise where it is known.</summary>
    private double Temperature()
    {
        var costs = _seen.Values.SelectMany(s => s).Where(o => o.IsFeasible).Select(o => o.Cost!.Value).ToArray();
        if (costs.Length < 2)
        {
            return 0;
        }

        var mean = costs.Average();
        var start = Math.Sqrt(costs.Sum(c => (c - mean) * (c - mean)) / (costs.Length - 1)) / 2;
        var end = Math.Min(start, context.Noise ?? start * EndToStartTemperature);
        return start <= 0 || end <= 0 ? 0 : start * Math.Pow(end / start, Math.Min(1, (double)_started / context.Trials));
    }

    private Configuration? Draw(ref CounterRandom random, Configuration? around, double step)
    {
        for (var attempt = 0; attempt < RedrawsBeforeGivingUp; attempt++)
        {
            var draw = around is null ? Anywhere(ref random) : Near(ref random, around, step);
            if (!draw.Equals(around) && context.Space.FirstBroken(draw) is null)
            {
                return draw;
            }
        }

        return null;
    }

    private Configuration Anywhere(ref CounterRandom random)
    {
        var units = context.Space.Searched.ToDictionary(p => p.Name, _ => 0.0, StringComparer.Ordinal);
        foreach (var parameter in context.Space.Searched)
        {
            units[parameter.Name] = random.NextDouble();
        }

        return context.Space.Activate(name => context.Space.Find(name)!.FromUnit(units[name]));
    }

    private Configuration Near(ref CounterRandom random, Configuration around, double step)
    {
        var moved = new Dictionary<string, ParameterValue>(StringComparer.Ordinal);
        var moves = random.NextBoolean() ? 1 : 2;
        for (var i = 0; i < moves; i++)
        {
            var parameter = context.Space.Searched[random.NextInt32(context.Space.Searched.Length)];
            var unit = parameter.Domain.IsOrdered && around.TryGet(parameter.Name, out var value)
                ? Reflect(parameter.Domain.ToUnit(value) + (random.NextGaussian() * step))
                : random.NextDouble();
            moved[parameter.Name] = parameter.FromUnit(unit);
        }

        return context.Space.Activate(name =>
            moved.TryGetValue(name, out var value) || around.TryGet(name, out value) ? value : context.Space.Find(name)!.Default);
    }

    private static double Reflect(double unit)
    {
        var folded = Math.Abs(unit % 2);
        return folded > 1 ? 2 - folded : folded;
    }
}
