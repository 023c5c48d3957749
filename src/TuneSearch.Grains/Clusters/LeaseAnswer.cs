namespace TuneSearch.Grains.Clusters;

/// <summary>A lease, or why there is none yet.</summary>
/// <param name="Token">Fencing token: higher than every earlier one of the cluster; 0 where refused.</param>
/// <param name="Refusal">Null where granted; the asker tries again later.</param>
[GenerateSerializer]
[Immutable]
[Alias("TuneSearch.LeaseAnswer")]
public sealed record LeaseAnswer([property: Id(0)] long Token, [property: Id(1)] string? Refusal);
