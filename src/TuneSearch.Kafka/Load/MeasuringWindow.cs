namespace TuneSearch.Kafka.Load;

/// <summary>When the measured part of a run begins and ends; open until the warm-up has ended. Written once, read by every thread.</summary>
internal sealed class MeasuringWindow
{
    private long _start = long.MaxValue;
    private long _end = long.MaxValue;

    public long Start => Volatile.Read(ref _start);

    public long End => Volatile.Read(ref _end);

    public bool Contains(long timestamp) => timestamp >= Start && timestamp < End;

    public void Open(long start, long end)
    {
        Volatile.Write(ref _end, end);
        Volatile.Write(ref _start, start);
    }
}
