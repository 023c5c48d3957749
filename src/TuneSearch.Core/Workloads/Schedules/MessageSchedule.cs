using TuneSearch.Core.Randomness;

namespace TuneSearch.Core.Workloads.Schedules;

/// <summary>Every message of one producer in one phase, one after the other; a pure function of profile, share and seed, and in a closed loop of when it is asked.</summary>
public sealed class MessageSchedule
{
    private readonly ArrivalTimes? _arrivals;
    private readonly KeySampler _keys;
    private readonly PayloadPool _payloads;
    private readonly int _topics;
    private Shaper _shaper;
    private CounterRandom _choices;
    private int _topic;

    /// <param name="shaper">Keeps the producer to its part of the customer's plan.</param>
    internal MessageSchedule(ArrivalTimes? arrivals, KeySampler keys, PayloadPool payloads, int topics, Shaper shaper, ulong seed)
    {
        _arrivals = arrivals;
        _keys = keys;
        _payloads = payloads;
        _topics = topics;
        _shaper = shaper;
        _choices = CounterRandom.For(seed, "choices");
    }

    /// <summary>Whether there are no arrivals: each message is due as soon as the loop and the customer's plan let it.</summary>
    public bool IsClosedLoop => _arrivals is null;

    /// <param name="now">Seconds since the phase began at which a closed loop would send; open arrivals do not look at it.</param>
    public PlannedMessage Next(double now = 0)
    {
        var topic = _topic;
        _topic = _topic + 1 == _topics ? 0 : _topic + 1;
        var payload = _choices.NextInt32(_payloads.Payloads.Length);
        var ready = _arrivals?.NextSeconds() ?? now;
        return new PlannedMessage(_shaper.Admit(ready, _payloads.Payloads[payload].Length), payload, _keys.Next(), topic);
    }
}
