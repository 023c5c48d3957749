namespace TuneSearch.Core.Workloads;

/// <summary>The caps of the customer's plan, one per dimension.</summary>
public sealed record PromisedLimits
{
    public double? MaxIngressBytesPerSecond { get; init; }

    public double? MaxEgressBytesPerSecond { get; init; }

    public int? MaxPartitions { get; init; }

    public int? MaxConnections { get; init; }

    public double? MaxRequestsPerSecond { get; init; }

    public int? MaxMessageBytes { get; init; }

    /// <summary>Publish latency at the 99th percentile that the customer was promised.</summary>
    public TimeSpan? PublishLatencyP99 { get; init; }
}
