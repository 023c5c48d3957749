using TuneSearch.Core.Spaces;
using Names = TuneSearch.Kafka.Clusters.Simulated.SimulatedParameters;

namespace TuneSearch.Kafka.Clusters.Simulated;

/// <summary>A configuration as the model reads it; what the configuration leaves out has Kafka's (3.9), the JVM's or Linux' default.</summary>
internal sealed record FleetSettings
{
    public const double Kibibyte = 1024;
    public const double Mebibyte = 1024 * Kibibyte;
    public const double Gibibyte = 1024 * Mebibyte;

    public required double NetworkThreads { get; init; }
    public required double IoThreads { get; init; }
    public required double ReplicaFetchers { get; init; }
    public required double QueuedRequests { get; init; }

    /// <summary>The smaller of the two socket buffers, bytes.</summary>
    public required double SocketBuffer { get; init; }
    public required double ReplicaFetchMinBytes { get; init; }
    public required double ReplicaFetchWait { get; init; }
    public required double SegmentBytes { get; init; }

    /// <summary>Partitions a topic; null leaves them to the profiles.</summary>
    public required double? Partitions { get; init; }
    public required double Linger { get; init; }
    public required double BatchBytes { get; init; }
    public required Codec Codec { get; init; }
    public required double InFlight { get; init; }
    public required double BufferMemory { get; init; }
    public required double FetchMinBytes { get; init; }
    public required double FetchMaxWait { get; init; }
    public required double MaxPartitionFetch { get; init; }
    public required double Heap { get; init; }
    public required string Collector { get; init; }
    public required double PauseTarget { get; init; }
    public required double RegionBytes { get; init; }
    public required double DirtyBackground { get; init; }
    public required double Dirty { get; init; }
    public required double Swappiness { get; init; }
    public required Instance Instance { get; init; }
    public required DiskClass Disk { get; init; }

    /// <summary>Times are seconds, sizes bytes, ratios 0 to 1.</summary>
    public static FleetSettings From(Configuration configuration)
    {
        double Number(string name, double otherwise) => configuration.TryGet(name, out var value) && value.IsNumber ? value.AsNumber() : otherwise;
        string Text(string name, string otherwise) => configuration.TryGet(name, out var value) ? value.ToString() : otherwise;
        double Buffer(string name) => Number(name, 100 * Kibibyte) is var bytes && bytes < 0 ? 208 * Kibibyte : bytes;

        var heap = Number(Names.Heap, 1 * Gibibyte);
        return new FleetSettings
        {
            NetworkThreads = Number(Names.NetworkThreads, 3),
            IoThreads = Number(Names.IoThreads, 8),
            ReplicaFetchers = Number(Names.ReplicaFetchers, 1),
            QueuedRequests = Number(Names.QueuedRequests, 500),
            SocketBuffer = Math.Min(Buffer(Names.SocketSendBuffer), Buffer(Names.SocketReceiveBuffer)),
            ReplicaFetchMinBytes = Number(Names.ReplicaFetchMinBytes, 1),
            ReplicaFetchWait = Number(Names.ReplicaFetchWait, 500) / 1000,
            SegmentBytes = Number(Names.SegmentBytes, Gibibyte),
            Partitions = configuration.TryGet(Names.Partitions, out var partitions) ? partitions.AsNumber() : null,
            Linger = Number(Names.Linger, 0) / 1000,
            BatchBytes = Math.Max(Number(Names.BatchSize, 16 * Kibibyte), 1),
            Codec = Codec.Of(Text(Names.CompressionType, "none"), Number(Names.CompressionLevel, 3)),
            InFlight = Number(Names.InFlight, 5),
            BufferMemory = Number(Names.BufferMemory, 32 * Mebibyte),
            FetchMinBytes = Number(Names.FetchMinBytes, 1),
            FetchMaxWait = Number(Names.FetchMaxWait, 500) / 1000,
            MaxPartitionFetch = Number(Names.MaxPartitionFetch, Mebibyte),
            Heap = heap,
            Collector = Text(Names.Collector, "G1"),
            PauseTarget = Number(Names.PauseTarget, 20) / 1000,
            RegionBytes = Number(Names.RegionBytes, Math.Clamp(heap / 2048, Mebibyte, 32 * Mebibyte)),
            DirtyBackground = Number(Names.DirtyBackground, 10) / 100,
            Dirty = Number(Names.Dirty, 20) / 100,
            Swappiness = Number(Names.Swappiness, 60) / 100,
            Instance = Instance.Named(Text(Names.InstanceType, Instance.Default)),
            Disk = DiskClass.Named(Text(Names.DiskClass, DiskClass.Default)),
        };
    }
}
