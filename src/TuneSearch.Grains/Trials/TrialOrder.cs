using TuneSearch.Core.Jobs.Trials;
using TuneSearch.Grains.Messages;

namespace TuneSearch.Grains.Trials;

/// <summary>A job asks for a trial.</summary>
/// <param name="Job">The job's id.</param>
/// <param name="Plan">A <see cref="TrialPlan"/>.</param>
/// <param name="Attempt">The plan's; tells one attempt of a trial from another.</param>
[GenerateSerializer]
[Immutable]
[Alias("TuneSearch.TrialOrder")]
public sealed record TrialOrder([property: Id(0)] string Job, [property: Id(1)] int Attempt, [property: Id(2)] Json Plan);
