using System.Collections.Immutable;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Cli.Runs;

/// <summary>What measuring one configuration came to. Base units: seconds, bytes, counts, per second.</summary>
/// <param name="Outcome">«measured», «infeasible», «invalid», «faulted» or «stopped».</param>
/// <param name="Reason">Why, where it was not measured.</param>
/// <param name="Mixtures">Of each episode, the seed and the share of each profile.</param>
/// <param name="Metrics">Means over the episodes, of the whole cluster.</param>
/// <param name="Profiles">The same by profile.</param>
/// <param name="Promises">What each profile's customer is owed, and what he got.</param>
internal sealed record MeasuredRun(
    string Job,
    Configuration Configuration,
    string Outcome,
    string? Reason,
    int Episodes,
    ImmutableArray<MeasuredMixture> Mixtures,
    ImmutableSortedDictionary<string, double> Metrics,
    ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, double>> Profiles,
    ImmutableSortedDictionary<string, ImmutableArray<Promise>> Promises,
    ImmutableSortedDictionary<string, double> Telemetry);
