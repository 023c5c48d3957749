namespace TuneSearch.Kafka.Tests.Load;

/// <summary>The system's clock, but for its wall time, which is set ahead after it was read once.</summary>
internal sealed class SteppedClock(TimeSpan step) : TimeProvider
{
    private bool _wasRead;

    public override DateTimeOffset GetUtcNow()
    {
        var now = base.GetUtcNow() + (_wasRead ? step : TimeSpan.Zero);
        _wasRead = true;
        return now;
    }
}
