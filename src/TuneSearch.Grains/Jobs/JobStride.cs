using System.Collections.Immutable;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Jobs.Trials;

namespace TuneSearch.Grains.Jobs;

/// <summary>What follows from something that happened: events to store in one transaction, then trials to start.</summary>
internal sealed record JobStride(ImmutableArray<JobEvent> Events, ImmutableArray<TrialPlan> Launches);
