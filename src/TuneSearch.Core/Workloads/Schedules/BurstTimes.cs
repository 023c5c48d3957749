using TuneSearch.Core.Randomness;

namespace TuneSearch.Core.Workloads.Schedules;

/// <summary>A Markov-modulated Poisson process of two states (Fischer and Meier-Hellstern 1993); the states are the profile's, the arrivals the producer's.</summary>
internal sealed class BurstTimes : ArrivalTimes
{
    private readonly BurstArrivals _bursts;
    private readonly double _factor;
    private CounterRandom _states;
    private CounterRandom _arrivals;
    private bool _isOn;
    private double _stateEnds;
    private double _now;

    public BurstTimes(BurstArrivals bursts, double factor, ulong profileSeed, ulong producerSeed)
    {
        _bursts = bursts;
        _factor = factor;
        _states = Stream(profileSeed, "bursts");
        _arrivals = Stream(producerSeed, "arrivals");
        _isOn = _states.NextDouble() < bursts.OnSeconds / (bursts.OnSeconds + bursts.OffSeconds);
        _stateEnds = DrawState();
    }

    public override double NextSeconds()
    {
        // An exponential of mean 1 is spent across the states at each one's rate: exact at the borders, and one draw an arrival.
        var left = _arrivals.NextExponential();
        while (true)
        {
            var rate = (_isOn ? _bursts.Rate : _bursts.OffRate) * _factor;
            var available = (_stateEnds - _now) * rate;
            if (left <= available)
            {
                return _now += left / rate;
            }

            left -= available;
            _now = _stateEnds;
            _isOn = !_isOn;
            _stateEnds += DrawState();
        }
    }

    private double DrawState() => _states.NextExponential() * (_isOn ? _bursts.OnSeconds : _bursts.OffSeconds);
}
