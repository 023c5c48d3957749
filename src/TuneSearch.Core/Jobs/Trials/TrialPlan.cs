using System.Collections.Immutable;
using TuneSearch.Core.Jobs.Futility;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Workloads;

namespace TuneSearch.Core.Jobs.Trials;

/// <summary>A trial as the job wants it run.</summary>
/// <param name="Number">Within the job, from 1.</param>
public sealed record TrialPlan(int Number, TrialPurpose Purpose, Configuration Configuration, ImmutableArray<Episode> Episodes)
{
    /// <summary>The annealing chain that proposed it; 0 outside the search.</summary>
    public int Walker { get; init; }

    /// <summary>The walker's temperature, in units of the objective's noise-scaled cost; 0 outside the search.</summary>
    public double Temperature { get; init; }

    /// <summary>The kind of move in a word or two: «start», «step», «reheat», «replica».</summary>
    public string Move { get; init; } = string.Empty;

    /// <summary>How often it was tried before (an invalid or faulted trial is run again under the same number).</summary>
    public int Attempt { get; init; }

    /// <summary>Which of the job's test clusters it wants, 0 to <see cref="Clusters.ClusterSpec.Clusters"/> - 1. Trials that are compared with each other share one,
    /// because no two machines are alike; at most one trial of a lane is in flight.</summary>
    public int Lane { get; init; }

    /// <summary>When to stop it early; null where it runs to its end. The one that runs the episodes asks <see cref="FutilityDecider"/> after each.</summary>
    public FutilityRule? Futility { get; init; }
}
