namespace TuneSearch.Grains.Trials;

/// <summary>A trial waits for its test cluster, or does so no longer.</summary>
/// <param name="Reason">What it waits for; null once it is at work.</param>
[GenerateSerializer]
[Immutable]
[Alias("TuneSearch.TrialWait")]
public sealed record TrialWait([property: Id(0)] int Number, [property: Id(1)] int Attempt, [property: Id(2)] string? Reason);
