using TuneSearch.Core.Measurements;
using TuneSearch.Grains.Messages;

namespace TuneSearch.Grains.Trials;

/// <summary>What a trial came to.</summary>
/// <param name="Outcome">A <see cref="TrialOutcome"/>.</param>
/// <param name="Restarts">Broker restarts that applying took.</param>
/// <param name="Seconds">From the lease to the end.</param>
[GenerateSerializer]
[Immutable]
[Alias("TuneSearch.TrialReport")]
public sealed record TrialReport(
    [property: Id(0)] int Number,
    [property: Id(1)] int Attempt,
    [property: Id(2)] Json Outcome,
    [property: Id(3)] int Restarts,
    [property: Id(4)] double Seconds);
