using TuneSearch.Core.Spaces;
using TuneSearch.Core.Workloads;

namespace TuneSearch.Core.Clusters;

/// <summary>One episode of one trial, as a cluster is asked to run it.</summary>
/// <param name="Trial">The trial's number within the job, from 1.</param>
public sealed record EpisodeRun(int Trial, Configuration Configuration, Episode Episode)
{
    /// <summary>How often the trial was tried before.</summary>
    public int Attempt { get; init; }
}
