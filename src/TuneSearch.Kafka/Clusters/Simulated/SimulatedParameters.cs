namespace TuneSearch.Kafka.Clusters.Simulated;

/// <summary>The parameters that the model answers to. A name stands for the same thing as in Kafka, its JVM or Linux.</summary>
internal static class SimulatedParameters
{
    public const string NetworkThreads = "num.network.threads";
    public const string IoThreads = "num.io.threads";
    public const string ReplicaFetchers = "num.replica.fetchers";
    public const string QueuedRequests = "queued.max.requests";
    public const string SocketSendBuffer = "socket.send.buffer.bytes";
    public const string SocketReceiveBuffer = "socket.receive.buffer.bytes";
    public const string ReplicaFetchMinBytes = "replica.fetch.min.bytes";
    public const string ReplicaFetchWait = "replica.fetch.wait.max.ms";
    public const string SegmentBytes = "log.segment.bytes";
    public const string Partitions = "partitions";
    public const string Linger = "linger.ms";
    public const string BatchSize = "batch.size";
    public const string CompressionType = "compression.type";
    public const string CompressionLevel = "compression.level";
    public const string InFlight = "max.in.flight.requests.per.connection";
    public const string BufferMemory = "buffer.memory";
    public const string FetchMinBytes = "fetch.min.bytes";
    public const string FetchMaxWait = "fetch.max.wait.ms";
    public const string MaxPartitionFetch = "max.partition.fetch.bytes";
    public const string Heap = "jvm.heap.bytes";
    public const string Collector = "jvm.gc";
    public const string PauseTarget = "jvm.gc.pause.target.ms";
    public const string RegionBytes = "jvm.g1.region.bytes";
    public const string DirtyBackground = "vm.dirty_background_ratio";
    public const string Dirty = "vm.dirty_ratio";
    public const string Swappiness = "vm.swappiness";
    public const string InstanceType = "instance.type";
    public const string DiskClass = "disk.class";

    /// <summary>All of them, in the order above.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        NetworkThreads, IoThreads, ReplicaFetchers, QueuedRequests, SocketSendBuffer, SocketReceiveBuffer, ReplicaFetchMinBytes,
        ReplicaFetchWait, SegmentBytes, Partitions, Linger, BatchSize, CompressionType, CompressionLevel, InFlight, BufferMemory,
        FetchMinBytes, FetchMaxWait, MaxPartitionFetch, Heap, Collector, PauseTarget, RegionBytes, DirtyBackground, Dirty,
        Swappiness, InstanceType, DiskClass,
    ];
}
