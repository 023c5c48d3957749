namespace TuneSearch.Grains.Trials;

/// <summary>How a trial stands.</summary>
/// <param name="Attempt">The attempt it knows of; null where it knows of none.</param>
/// <param name="Waiting">What it waits for before it can begin; null where it is at work.</param>
/// <param name="Report">Its result, once there is one.</param>
[GenerateSerializer]
[Immutable]
[Alias("TuneSearch.TrialStatus")]
public sealed record TrialStatus([property: Id(0)] int? Attempt, [property: Id(1)] string? Waiting, [property: Id(2)] TrialReport? Report);
