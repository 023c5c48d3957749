namespace TuneSearch.Core.Workloads.Schedules;

/// <summary>Puts off what would exceed a rate, as the customer's own client does when his plan is used up: the generic cell rate algorithm.</summary>
/// <remarks>
/// ITU-T I.371 (2004), annex A, virtual scheduling. A burst may be ahead of the rate by <see cref="Tolerance"/>. Pure: equal arrivals and
/// sizes give equal times.
/// </remarks>
internal struct Shaper(double bytesPerSecond, double messagesPerSecond)
{
    /// <summary>Seconds: a tenth of what quotas are usually counted over.</summary>
    public const double Tolerance = 0.1;

    private double _due;

    /// <summary>When a message that is ready may go.</summary>
    /// <param name="ready">Seconds since the phase began; never less than the last result.</param>
    public double Admit(double ready, int bytes)
    {
        var cost = Math.Max(bytes / bytesPerSecond, 1 / messagesPerSecond);
        var time = Math.Max(ready, _due - Tolerance);
        _due = Math.Max(time, _due) + cost;
        return time;
    }
}
