using System.Collections.Immutable;

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
        yield return new("broker_processors", Rate(b => b.CpuSeconds));
        yield return new("broker_memory_bytes", after.Brokers.Sum(b => (double)b.ResidentBytes));
        yield return new("broker_disk_read_bytes", Rate(b => b.ReadBytes));
        yield return new("broker_disk_write_bytes", Rate(b => b.WrittenBytes));
        yield return new("page_cache_bytes", after.Machine.PageCacheBytes);
        yield return new("network_receive_bytes", (after.Machine.ReceivedBytes - before.Machine.ReceivedBytes) / seconds);
        yield return new("network_send_bytes", (after.Machine.SentBytes - before.Machine.SentBytes) / seconds);
        yield return new("cpu_throttled_ratio", (after.Machine.ThrottledSeconds - before.Machine.ThrottledSeconds) / seconds);
    }
}
