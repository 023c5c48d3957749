using System.Collections.Immutable;

namespace TuneSearch.Daemon.PackageSets.Exposition;

/// <summary>One metric with all its samples, as the text format groups them.</summary>
/// <param name="Type">«counter», «gauge» or «histogram».</param>
internal sealed record MetricFamily(string Name, string Type, string Help, ImmutableArray<MetricSample> Samples);
