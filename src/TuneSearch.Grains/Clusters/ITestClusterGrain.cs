using Orleans.Concurrency;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Spaces;
using TuneSearch.Grains.Messages;

namespace TuneSearch.Grains.Clusters;

/// <summary>One test cluster, keyed by <see cref="ClusterIdentity"/>. Every call is short: work is begun, and asked after until it has ended.</summary>
/// <remarks>
/// A lease belongs to a job. Each trial of the job takes it over with a higher fencing token; a call with an older one is refused.
/// The lease ends when the job gives it back or when nobody has used it for its term; on its end the cluster is put back as it was found.
/// </remarks>
[Alias("TuneSearch.ITestClusterGrain")]
public interface ITestClusterGrain : IGrainWithStringKey
{
    /// <summary>Grants the lease where it is free, expired or of the same job; work of an earlier trial is stopped first.</summary>
    [Alias("Acquire")]
    Task<LeaseAnswer> AcquireAsync(LeaseRequest request);

    /// <summary>Begins to make a configuration run; the result is an <see cref="ApplyResult"/>.</summary>
    /// <param name="configuration">A <see cref="Configuration"/>.</param>
    [Alias("BeginApply")]
    Task<WorkStatus> BeginApplyAsync(long token, Json configuration);

    /// <summary>Begins an episode; the result is a <see cref="Core.Measurements.TrialOutcome"/>.</summary>
    /// <param name="run">An <see cref="EpisodeRun"/>.</param>
    [Alias("BeginEpisode")]
    Task<WorkStatus> BeginEpisodeAsync(long token, Json run);

    /// <summary>Asks after work and renews the lease.</summary>
    [Alias("Check")]
    Task<WorkStatus> CheckAsync(long token, long work);

    /// <summary>Gives the job's lease back; what runs is stopped and the cluster put back as it was found. Without effect where another job holds it.</summary>
    [Alias("End")]
    Task EndAsync(string job);

    [AlwaysInterleave]
    [Alias("View")]
    Task<ClusterView> ViewAsync();
}
