using TuneSearch.Core.Randomness;

namespace TuneSearch.Core.Workloads.Schedules;

/// <summary>Every message of one producer in one phase, one after the other; a pure function of profile, share and seed.</summary>
public sealed class MessageSchedule
{
    private readonly ArrivalTimes? _arrivals;
    private readonly KeySampler _keys;
    private readonly int _payloads;
    private readonly int _topics;
    private CounterRandom _choices;
    private int _topic;

    internal MessageSchedule(ArrivalTimes? arrivals, KeySampler keys, int payloads, int topics, ulong seed)
    {
        _arrivals = arrivals;
        _keys = keys;
        _payloads = payloads;
        _topics = topics;
        _choices = CounterRandom.For(seed, "choices");
    }

    /// <summary>Whether there are no intended times: each message is due as soon as the loop lets it.</summary>
    public bool IsClosedLoop => _arrivals is null;

    public PlannedMessage Next()
    {
        var topic = _topic;
        _topic = _topic + 1 == _topics ? 0 : _topic + 1;
        return new PlannedMessage(_arrivals?.NextSeconds() ?? 0, _choices.NextInt32(_payloads), _keys.Next(), topic);
    }
}
