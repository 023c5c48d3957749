namespace TuneSearch.Kafka.Load;

/// <summary>Waits for a planned moment on the run's clock.</summary>
internal static class Instant
{
    public static async Task WaitAsync(MonotonicClock clock, long origin, double seconds, CancellationToken cancellationToken)
    {
        var wait = origin + seconds * 1e9 - clock.Now;
        if (wait > 0)
        {
            await Task.Delay(TimeSpan.FromTicks((long)(wait / TimeSpan.NanosecondsPerTick)), clock.Time, cancellationToken);
        }
    }
}
