namespace TuneSearch.Kafka.Load.Machine;

/// <summary>Looks at machine and process at the beginning and at the end of a window.</summary>
internal sealed class MachineWatch
{
    private readonly TimeProvider _time;
    private readonly ProcessorTimes _processors = ProcessorTimes.Read();
    private readonly TimeSpan _process = ProcessTime;
    private readonly long _timestamp;
    private readonly DateTimeOffset _wall;

    private MachineWatch(TimeProvider time)
    {
        _time = time;
        _timestamp = time.GetTimestamp();
        _wall = time.GetUtcNow();
    }

    private static TimeSpan ProcessTime =>
        OperatingSystem.IsLinux() || OperatingSystem.IsMacOS() || OperatingSystem.IsWindows() ? Environment.CpuUsage.TotalTime : TimeSpan.Zero;

    public static MachineWatch Begin(TimeProvider time) => new(time);

    public MachineFacts End()
    {
        var elapsed = _time.GetElapsedTime(_timestamp);
        var wall = _time.GetUtcNow() - _wall;
        var now = ProcessorTimes.Read();
        var total = now.Total - _processors.Total;
        return new MachineFacts(
            total > 0 ? (double)(now.Stolen - _processors.Stolen) / total : 0,
            total > 0 ? 1 - (double)(now.Idle - _processors.Idle) / total : 0,
            (ProcessTime - _process) / elapsed,
            wall - elapsed);
    }
}
