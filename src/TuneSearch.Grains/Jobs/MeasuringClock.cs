namespace TuneSearch.Grains.Jobs;

/// <summary>Time of measuring that a job has used: stands still while the job is paused, nobody drives it, or all its trials wait for their test clusters.</summary>
internal sealed class MeasuringClock(TimeProvider time)
{
    private TimeSpan _used;
    private long? _since;

    public TimeSpan Elapsed => _since is { } since ? _used + time.GetElapsedTime(since) : _used;

    /// <summary>Goes on from a time that the events tell.</summary>
    public void SetUsed(TimeSpan used) => _used = used;

    public void Start() => _since ??= time.GetTimestamp();

    public void Stop()
    {
        _used = Elapsed;
        _since = null;
    }
}
