using System.Collections.Immutable;

namespace TuneSearch.Daemon.PackageSets.Exposition;

/// <param name="Suffix">«_bucket», «_sum», «_count», or empty.</param>
internal sealed record MetricSample(string Suffix, ImmutableArray<KeyValuePair<string, string>> Labels, double Value);
