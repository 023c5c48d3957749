namespace TuneSearch.Core.Measurements.Health;

/// <summary>Splits how late a message was sent into what the cluster did (the client's queue was full) and what the generator did.</summary>
/// <remarks>
/// Both count for latency, which runs from the intended time. Only the generator's part makes a trial invalid: a full queue is
/// the configuration's doing. Time spent blocked is a debt of the cluster's; catching up pays it off, and it never exceeds the lag.
/// </remarks>
public struct ScheduleLag
{
    private long _debt;

    /// <summary>The cluster held the sending thread up for so long.</summary>
    public void Blocked(long nanoseconds) => _debt += Math.Max(0, nanoseconds);

    /// <summary>A message goes out this much after its intended time; returns the generator's part of it.</summary>
    public long Sent(long lateNanoseconds)
    {
        var late = Math.Max(0, lateNanoseconds);
        _debt = Math.Min(_debt, late);
        return late - _debt;
    }
}
