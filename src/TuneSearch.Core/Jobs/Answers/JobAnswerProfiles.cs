using System.Collections.Immutable;
using TuneSearch.Core.Jobs.Gate;
using TuneSearch.Core.Statistics;

namespace TuneSearch.Core.Jobs.Answers;

/// <summary>The gate's estimates in the shape of the answer.</summary>
internal static class JobAnswerProfiles
{
    /// <summary>Under this name stand metrics of the cluster as a whole.</summary>
    public const string Whole = "all";

    public static readonly ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, Estimate>> None =
        ImmutableSortedDictionary.Create<string, ImmutableSortedDictionary<string, Estimate>>(StringComparer.Ordinal);

    public static ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, Estimate>> ByProfile(this GateVerdict verdict) =>
        verdict.Metrics
            .GroupBy(m => m.Metric.Profile ?? Whole, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(
                group => group.Key,
                group => group.ToImmutableSortedDictionary(m => m.Metric.Metric, m => m.Change, StringComparer.Ordinal),
                StringComparer.Ordinal);
}
