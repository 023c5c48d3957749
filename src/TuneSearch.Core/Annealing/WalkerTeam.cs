using TuneSearch.Core.Annealing.Numerics;
using TuneSearch.Core.Randomness;

namespace TuneSearch.Core.Annealing;

/// <summary>The chains: their positions, the temperatures they accept at, and the exchange between them.</summary>
/// <remarks>
/// Acceptance is Metropolis'. The temperature falls geometrically from half the spread of the costs seen to the noise of one measurement (Kirkpatrick 1983;
/// below the noise a difference says nothing). Walkers of odd number are hot; after each decision a cold walker takes over the position of its hot
/// neighbour where that is better (replica exchange, Swendsen and Wang 1986).
/// </remarks>
internal sealed class WalkerTeam(int count, ulong seed, int trials)
{
    private const int DecisionsInAcceptance = 20;
    private const double EndToStart = 0.02;
    private readonly Walker?[] _walkers = new Walker?[Math.Max(1, count)];
    private readonly Queue<bool> _latest = new();
    private int _costs;
    private double _mean;
    private double _squares;

    public int Count => _walkers.Length;

    /// <summary>Share of the last 20 decisions that took the proposal; null before the first.</summary>
    public double? Acceptance => _latest.Count == 0 ? null : _latest.Count(taken => taken) / (double)_latest.Count;

    public double[]? Position(int walker) => _walkers[walker % Count]?.Genes;

    /// <param name="noise">Deviation of one measurement; null or 0 where unknown or none.</param>
    public double Temperature(double? noise)
    {
        if (_costs < 2 || _squares <= 0)
        {
            return 0;
        }

        var start = Math.Sqrt(_squares / (_costs - 1)) / 2;
        var end = Math.Min(start, noise is > 0 ? noise.Value : start * EndToStart);
        return start * PortableMath.Power(end / start, Math.Min(1, (double)_costs / Math.Max(1, trials)));
    }

    public void Decide(int trial, int walker, double[] genes, Observation seen, double temperature)
    {
        walker %= Count;
        var taken = _walkers[walker] is not { } at || Accepts(trial, at.Seen, seen, temperature);
        if (taken)
        {
            _walkers[walker] = new Walker(genes, seen);
        }

        _latest.Enqueue(taken);
        if (_latest.Count > DecisionsInAcceptance)
        {
            _latest.Dequeue();
        }

        Note(seen);
        Exchange();
    }

    private bool Accepts(int trial, Observation at, Observation next, double temperature)
    {
        var order = Observation.Compare(next, at);
        if (order <= 0 || !at.IsFeasible || !next.IsFeasible || temperature <= 0)
        {
            return order <= 0;
        }

        var chance = PortableMath.Exp((at.Cost!.Value - next.Cost!.Value) / temperature);
        return CounterRandom.For(seed, "accept", (ulong)trial).NextDouble() < chance;
    }

    private void Exchange()
    {
        for (var cold = 0; cold + 1 < Count; cold += 2)
        {
            if (_walkers[cold] is { } left && _walkers[cold + 1] is { } right && Observation.Compare(right.Seen, left.Seen) < 0)
            {
                (_walkers[cold], _walkers[cold + 1]) = (right, left);
            }
        }
    }

    /// <summary>Mean and spread as they come (Welford 1962).</summary>
    private void Note(Observation seen)
    {
        if (seen.IsFeasible)
        {
            _costs++;
            var away = seen.Cost!.Value - _mean;
            _mean += away / _costs;
            _squares += away * (seen.Cost.Value - _mean);
        }
    }
}
