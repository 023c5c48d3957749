using System.Collections.Immutable;

namespace TuneSearch.Kafka.Load.Machine;

/// <summary>Looks at machine and processes at the beginning and at the end of a window.</summary>
internal sealed class MachineWatch
{
    private readonly TimeProvider _time;
    private readonly MachineReader _reader;
    private readonly MachineMoment _before;
    private readonly long _timestamp;
    private readonly DateTimeOffset _wall;

    private MachineWatch(TimeProvider time, MachineReader reader)
    {
        _time = time;
        _reader = reader;
        _before = reader.Read();
        _timestamp = time.GetTimestamp();
        _wall = time.GetUtcNow();
    }

    /// <param name="brokers">Processes of brokers on this machine.</param>
    public static MachineWatch Begin(TimeProvider time, ImmutableArray<int> brokers) => new(time, new MachineReader(Environment.ProcessId, brokers));

    public MachineFacts End()
    {
        var (elapsed, wall) = (_time.GetElapsedTime(_timestamp), _time.GetUtcNow() - _wall);
        return MachineFacts.Between(_before, _reader.Read(), elapsed, wall);
    }
}
