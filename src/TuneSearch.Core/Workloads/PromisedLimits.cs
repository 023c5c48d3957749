using System.ComponentModel.DataAnnotations;
using TuneSearch.Core.Quantities;

namespace TuneSearch.Core.Workloads;

/// <summary>The customer's plan, one dimension each: what he may ask for at most, which the generator keeps to, and what he is owed, which is measured.</summary>
public sealed record PromisedLimits
{
    /// <summary>Payload bytes that he may send; the generator sends no faster.</summary>
    [Range(1.0, 1e15), CountsIn(Dimension.Size)]
    public double? MaxIngressBytesPerSecond { get; init; }

    /// <summary>Payload bytes that his consumer groups together may read; the generator sends no faster than they may.</summary>
    [Range(1.0, 1e15), CountsIn(Dimension.Size)]
    public double? MaxEgressBytesPerSecond { get; init; }

    /// <summary>Over all his topics, whatever the configuration wants.</summary>
    [Range(1, 10_000_000)]
    public int? MaxPartitions { get; init; }

    /// <summary>Producers, consumers and idle connections together.</summary>
    [Range(1, 10_000_000)]
    public int? MaxConnections { get; init; }

    /// <summary>Connections that he may open a second.</summary>
    [Range(0.001, 1e9)]
    public double? MaxConnectionAttemptsPerSecond { get; init; }

    /// <summary>Produce and fetch requests; each message counts as one of the producer's and one of each group's, as without any batching.</summary>
    [Range(0.001, 1e12)]
    public double? MaxRequestsPerSecond { get; init; }

    [Range(1, int.MaxValue), CountsIn(Dimension.Size)]
    public int? MaxMessageBytes { get; init; }

    /// <summary>Publish latency at the 99th percentile that the customer was promised.</summary>
    [Range(typeof(TimeSpan), "00:00:00.0001", "01:00:00")]
    public TimeSpan? PublishLatencyP99 { get; init; }

    /// <summary>Likewise from the intended send to the consumer's hand.</summary>
    [Range(typeof(TimeSpan), "00:00:00.0001", "01:00:00")]
    public TimeSpan? EndToEndLatencyP99 { get; init; }

    /// <summary>Messages a second that are acknowledged where he sends as many.</summary>
    [Range(0.001, 1e12)]
    public double? MinMessagesPerSecond { get; init; }
}
