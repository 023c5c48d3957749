using System.Collections.Immutable;

namespace TuneSearch.Core.Measurements;

/// <summary>What is seen of brokers that run on the daemon's own machine, summed over them, in an episode's measured window (docs/kafka.md).</summary>
public static class TelemetryNames
{
    /// <summary>Processors kept busy: seconds of processor time a second.</summary>
    public const string Processors = "broker_processors";

    /// <summary>Bytes in RAM at the end.</summary>
    public const string Memory = "broker_memory_bytes";

    /// <summary>Bytes a second fetched from storage; what the page cache answered is not in it.</summary>
    public const string DiskRead = "broker_disk_read_bytes";

    /// <summary>Bytes a second sent towards storage.</summary>
    public const string DiskWrite = "broker_disk_write_bytes";

    /// <summary>File pages in memory at the end, of the control group where there is one, else of the machine.</summary>
    public const string PageCache = "page_cache_bytes";

    /// <summary>Bytes a second over all network interfaces, loopback included.</summary>
    public const string NetworkReceive = "network_receive_bytes";
    public const string NetworkSend = "network_send_bytes";

    /// <summary>Share of time that the control group's CPU limit kept it from running.</summary>
    public const string Throttled = "cpu_throttled_ratio";

    /// <summary>Stops of the garbage collectors.</summary>
    public const string GcPauses = "gc_pauses";

    /// <summary>Seconds.</summary>
    public const string GcPauseMax = "gc_pause_max";

    /// <summary>Share of time that a broker stood still for its collector.</summary>
    public const string GcPauseRatio = "gc_pause_ratio";
    public const string GcFullCollections = "gc_full_collections";

    public static readonly ImmutableArray<string> All =
    [
        Processors, Memory, DiskRead, DiskWrite, PageCache, NetworkReceive, NetworkSend, Throttled, GcPauses, GcPauseMax, GcPauseRatio, GcFullCollections,
    ];

    /// <summary>The same of one broker, kept beside the sum where a cluster has several.</summary>
    public static string OfBroker(string name, string broker) => $"{name}{{broker=\"{broker}\"}}";
}
