using TuneSearch.Core.Randomness;

namespace TuneSearch.Core.Workloads.Schedules;

/// <summary>Rare events at a given rate, and whom each one hits.</summary>
/// <remarks>Equal gaps from a drawn phase: at a few a minute, exponential gaps would give one episode none and the next four.</remarks>
public sealed class Instants(double ratePerSecond, ulong seed)
{
    private readonly double _phase = CounterRandom.For(seed, "phase").NextDouble();
    private CounterRandom _choices = CounterRandom.For(seed, "choices");
    private long _count;

    /// <summary>False where the rate is zero: there is no next one.</summary>
    public bool Happens => ratePerSecond > 0;

    /// <summary>Seconds since the phase began; infinite where it never happens.</summary>
    public double NextSeconds() => Happens ? (_count++ + _phase) / ratePerSecond : double.PositiveInfinity;

    /// <summary>Whom the event hits, of <paramref name="count"/>.</summary>
    public int Choose(int count) => _choices.NextInt32(count);
}
