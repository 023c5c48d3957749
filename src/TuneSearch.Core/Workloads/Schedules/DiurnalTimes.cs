using TuneSearch.Core.Randomness;

namespace TuneSearch.Core.Workloads.Schedules;

/// <summary>A Poisson process whose rate swings as a sine, by thinning (Lewis and Shedler 1979); the hour at which it begins is the profile's.</summary>
internal sealed class DiurnalTimes(DiurnalArrivals day, double factor, ulong profileSeed, ulong producerSeed) : ArrivalTimes
{
    private readonly double _peak = day.Rate * factor * (1 + day.Swing);
    private readonly double _hour = Stream(profileSeed, "hour").NextDouble();
    private CounterRandom _random = Stream(producerSeed, "arrivals");
    private double _now;

    public override double NextSeconds()
    {
        while (true)
        {
            _now += _random.NextExponential() / _peak;
            var rate = 1 + day.Swing * Math.Sin(2 * Math.PI * (_now / day.PeriodSeconds + _hour));
            if (_random.NextDouble() * (1 + day.Swing) < rate)
            {
                return _now;
            }
        }
    }
}
