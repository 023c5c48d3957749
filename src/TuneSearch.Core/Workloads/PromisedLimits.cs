using System.ComponentModel.DataAnnotations;
using TuneSearch.Core.Quantities;

namespace TuneSearch.Core.Workloads;

/// <summary>The caps of the customer's plan, one per dimension.</summary>
public sealed record PromisedLimits
{
    [Range(1.0, 1e15), CountsIn(Dimension.Size)]
    public double? MaxIngressBytesPerSecond { get; init; }

    [Range(1.0, 1e15), CountsIn(Dimension.Size)]
    public double? MaxEgressBytesPerSecond { get; init; }

    [Range(1, 10_000_000)]
    public int? MaxPartitions { get; init; }

    [Range(1, 10_000_000)]
    public int? MaxConnections { get; init; }

    [Range(0.001, 1e12)]
    public double? MaxRequestsPerSecond { get; init; }

    [Range(1, int.MaxValue), CountsIn(Dimension.Size)]
    public int? MaxMessageBytes { get; init; }

    /// <summary>Publish latency at the 99th percentile that the customer was promised.</summary>
    [Range(typeof(TimeSpan), "00:00:00.0001", "01:00:00")]
    public TimeSpan? PublishLatencyP99 { get; init; }
}
