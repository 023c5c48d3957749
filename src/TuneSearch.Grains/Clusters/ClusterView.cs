namespace TuneSearch.Grains.Clusters;

/// <summary>A test cluster at a glance.</summary>
/// <param name="Token">The latest fencing token.</param>
/// <param name="Job">Who holds it; null where nobody does.</param>
/// <param name="IsOpen">Whether anything of it runs.</param>
/// <param name="LastApplied">JSON of the configuration it was last told to run.</param>
/// <param name="LastGood">JSON of the last configuration that it ran in good health.</param>
[GenerateSerializer]
[Immutable]
[Alias("TuneSearch.ClusterView")]
public sealed record ClusterView(
    [property: Id(0)] long Token,
    [property: Id(1)] string? Job,
    [property: Id(2)] DateTimeOffset Until,
    [property: Id(3)] bool IsOpen,
    [property: Id(4)] string? LastApplied,
    [property: Id(5)] string? LastGood);
