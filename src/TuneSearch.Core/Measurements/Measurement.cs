using System.Collections.Immutable;

namespace TuneSearch.Core.Measurements;

/// <summary>What one episode showed. Base units: seconds, bytes, counts, per second.</summary>
public sealed record Measurement
{
    public static readonly ImmutableSortedDictionary<string, double> NoMetrics = ImmutableSortedDictionary.Create<string, double>(StringComparer.Ordinal);

    /// <summary>Of the whole cluster, by metric name (<see cref="MetricNames"/>; a command cluster may send others).</summary>
    public ImmutableSortedDictionary<string, double> Metrics { get; init; } = NoMetrics;

    /// <summary>The same by profile name.</summary>
    public ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, double>> Profiles { get; init; } =
        ImmutableSortedDictionary.Create<string, ImmutableSortedDictionary<string, double>>(StringComparer.Ordinal);

    /// <summary>What the cluster and its machines did meanwhile: CPU, memory, page cache, disk, network, GC; kept as evidence.</summary>
    public ImmutableSortedDictionary<string, double> Telemetry { get; init; } = NoMetrics;
}
