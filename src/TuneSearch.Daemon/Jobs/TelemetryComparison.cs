using System.Collections.Immutable;

using TuneSearch.Core.Spaces;
using TuneSearch.Daemon.Api.Contracts;

namespace TuneSearch.Daemon.Jobs;

/// <summary>Sets what was seen of brokers and clients under the best configuration beside what was seen under the baseline.</summary>
internal static class TelemetryComparison
{
    /// <param name="best">Null, or the baseline itself, where there is nothing to set beside it.</param>
    /// <returns>By name; empty where the cluster shows nothing of itself.</returns>
    public static ImmutableArray<TelemetryDocument> Of(ImmutableArray<TrialRow> trials, Configuration baseline, Configuration? best)
    {
        var before = Means(trials, baseline);
        var after = best is null || best.Equals(baseline) ? before.Clear() : Means(trials, best);
        return [.. before.Keys.Union(after.Keys).Order(StringComparer.Ordinal).Select(name => new TelemetryDocument(name, Value(before, name), Value(after, name)))];
    }

    private static ImmutableSortedDictionary<string, double> Means(ImmutableArray<TrialRow> trials, Configuration configuration) => trials
        .Where(row => !row.Telemetry.IsEmpty && row.Configuration.Equals(configuration))
        .SelectMany(row => row.Telemetry)
        .GroupBy(seen => seen.Key, seen => seen.Value, StringComparer.Ordinal)
        .ToImmutableSortedDictionary(group => group.Key, group => group.Average(), StringComparer.Ordinal);

    private static double? Value(ImmutableSortedDictionary<string, double> means, string name) => means.TryGetValue(name, out var value) ? value : null;
}
