using TuneSearch.Core.Randomness;

namespace TuneSearch.Core.Workloads.Schedules;

internal sealed class PoissonTimes(double rate, ulong producerSeed) : ArrivalTimes
{
    private CounterRandom _random = Stream(producerSeed, "arrivals");
    private double _now;

    public override double NextSeconds() => _now += _random.NextExponential() / rate;
}
