using System.Collections.Immutable;
using TuneSearch.Core.Measurements;

namespace TuneSearch.Kafka.Telemetry;

/// <summary>All brokers and their machine at one moment.</summary>
/// <param name="Brokers">By name; a broker that does not run is not in it.</param>
internal sealed record Snapshot(ImmutableSortedDictionary<string, ProcessSample> Brokers, MachineSample Machine)
{
    public static Snapshot Take(ProcReader proc, IReadOnlyDictionary<string, int> pids) => new(
        pids.Select(pid => (Broker: pid.Key, Sample: proc.ReadProcess(pid.Value))).Where(read => read.Sample is not null)
            .ToImmutableSortedDictionary(read => read.Broker, read => read.Sample!.Value, StringComparer.Ordinal),
        proc.ReadMachine(pids.Count == 0 ? null : pids.Values.First()));

    /// <summary>What happened between two moments: rates a second, and the later one's levels; summed over brokers, and for each where there are several.</summary>
    public static IEnumerable<KeyValuePair<string, double>> Between(Snapshot before, Snapshot after, double seconds)
    {
        if (after.Brokers.IsEmpty || !before.Brokers.Keys.SequenceEqual(after.Brokers.Keys, StringComparer.Ordinal))
        {
            return [];
        }

        var each = after.Brokers.Select(b => (Broker: b.Key, Seen: OfProcess(before.Brokers[b.Key], b.Value, seconds).ToList())).ToList();
        var sums = each.SelectMany(b => b.Seen).GroupBy(seen => seen.Key, seen => seen.Value).Select(group => KeyValuePair.Create(group.Key, group.Sum()));
        var single = each.Count < 2 ? [] : each.SelectMany(b => b.Seen.Select(seen => KeyValuePair.Create(TelemetryNames.OfBroker(seen.Key, b.Broker), seen.Value)));
        return sums.Concat(single).Concat(OfMachine(before.Machine, after.Machine, seconds));
    }

    private static IEnumerable<KeyValuePair<string, double>> OfProcess(ProcessSample before, ProcessSample after, double seconds)
    {
        yield return new(TelemetryNames.Processors, (after.CpuSeconds - before.CpuSeconds) / seconds);
        yield return new(TelemetryNames.Memory, after.ResidentBytes);
        yield return new(TelemetryNames.DiskRead, (after.ReadBytes - before.ReadBytes) / seconds);
        yield return new(TelemetryNames.DiskWrite, (after.WrittenBytes - before.WrittenBytes) / seconds);
    }

    private static IEnumerable<KeyValuePair<string, double>> OfMachine(MachineSample before, MachineSample after, double seconds)
    {
        yield return new(TelemetryNames.PageCache, after.PageCacheBytes);
        yield return new(TelemetryNames.NetworkReceive, (after.ReceivedBytes - before.ReceivedBytes) / seconds);
        yield return new(TelemetryNames.NetworkSend, (after.SentBytes - before.SentBytes) / seconds);
        yield return new(TelemetryNames.Throttled, (after.ThrottledSeconds - before.ThrottledSeconds) / seconds);
    }
}
