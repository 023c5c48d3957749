namespace TuneSearch.Grains.Clusters;

/// <summary>How a piece of work on a test cluster stands.</summary>
/// <param name="Work">Its number; 0 where it was refused.</param>
/// <param name="Result">The result's JSON once it has ended.</param>
/// <param name="Refusal">Why the cluster does not do it: a stale token, an ended lease, work it knows nothing of.</param>
[GenerateSerializer]
[Immutable]
[Alias("TuneSearch.WorkStatus")]
public sealed record WorkStatus([property: Id(0)] long Work, [property: Id(1)] string? Result = null, [property: Id(2)] string? Refusal = null);
