namespace TuneSearch.Kafka.Load;

/// <summary>The one clock of a run, in nanoseconds; producers and consumers share it, so end-to-end latency has no offset.</summary>
internal readonly struct MonotonicClock(TimeProvider time)
{
    private readonly double _nanosecondsPerTick = 1e9 / time.TimestampFrequency;

    public TimeProvider Time => time;

    public long Now
    {
        get
        {
            var ticks = time.GetTimestamp();
            return _nanosecondsPerTick == 1 ? ticks : (long)(ticks * _nanosecondsPerTick);
        }
    }
}
