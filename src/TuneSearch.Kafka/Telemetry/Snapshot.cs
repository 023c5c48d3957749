using System.Collections.Immutable;
using TuneSearch.Core.Measurements;

namespace TuneSearch.Kafka.Telemetry;

/// <summary>All brokers and their machine at one moment.</summary>
internal sealed record Snapshot(ImmutableArray<ProcessSample> Brokers, MachineSample Machine)
{
    public static Snapshot Take(ProcReader proc, IEnumerable<int> pids)
    {
        var all = pids.ToList();
        return new Snapshot(
            [.. all.Select(proc.ReadProcess).OfType<ProcessSample>()],
            proc.ReadMachine(all.Count == 0 ? null : all[0]));
    }

    /// <summary>What happened between two moments: rates a second, and the later one's levels.</summary>
    public static IEnumerable<KeyValuePair<string, double>> Between(Snapshot before, Snapshot after, double seconds)
    {
        if (after.Brokers.IsEmpty || before.Brokers.Length != after.Brokers.Length)
        {
            yield break;
        }

        double Rate(Func<ProcessSample, double> counter) => (after.Brokers.Sum(counter) - before.Brokers.Sum(counter)) / seconds;
        yield return new(TelemetryNames.Processors, Rate(b => b.CpuSeconds));
        yield return new(TelemetryNames.Memory, after.Brokers.Sum(b => (double)b.ResidentBytes));
        yield return new(TelemetryNames.DiskRead, Rate(b => b.ReadBytes));
        yield return new(TelemetryNames.DiskWrite, Rate(b => b.WrittenBytes));
        yield return new(TelemetryNames.PageCache, after.Machine.PageCacheBytes);
        yield return new(TelemetryNames.NetworkReceive, (after.Machine.ReceivedBytes - before.Machine.ReceivedBytes) / seconds);
        yield return new(TelemetryNames.NetworkSend, (after.Machine.SentBytes - before.Machine.SentBytes) / seconds);
        yield return new(TelemetryNames.Throttled, (after.Machine.ThrottledSeconds - before.Machine.ThrottledSeconds) / seconds);
    }
}
