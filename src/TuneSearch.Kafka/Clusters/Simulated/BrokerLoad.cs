namespace TuneSearch.Kafka.Clusters.Simulated;

/// <summary>What all profiles together put on one broker, a second.</summary>
internal sealed record BrokerLoad
{
    public required double Requests { get; init; }
    public required double Batches { get; init; }
    public required double BytesIn { get; init; }
    public required double BytesOut { get; init; }
    public required double DiskBytes { get; init; }
    public required double Partitions { get; init; }
    public required double Connections { get; init; }
    public required double MeanBatchBytes { get; init; }
}
