using System.Collections.Immutable;

namespace TuneSearch.Core.Workloads;

/// <summary>One seeded run of a mixture. Equal episodes are the same arrivals, sizes and keys, to the message.</summary>
/// <param name="Weights">The profiles that run, by name, with their share of the load; shares sum to 1.</param>
/// <param name="HeldOut">Whether the mixture is one the search never saw.</param>
public sealed record Episode(ulong Seed, ImmutableSortedDictionary<string, double> Weights, bool HeldOut)
{
    public TimeSpan Duration { get; init; } = TimeSpan.FromSeconds(5);

    public TimeSpan MaxWarmUp { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How many profiles the job has: a share of 1/n leaves a profile's own rate as it is.</summary>
    public int ProfileCount { get; init; } = 1;
}
