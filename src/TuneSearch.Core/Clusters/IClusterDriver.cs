using System.Collections.Immutable;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Validation;

namespace TuneSearch.Core.Clusters;

/// <summary>Opens test clusters of one kind.</summary>
public interface IClusterDriver
{
    /// <summary>The name that job files write after <c>driver:</c>.</summary>
    string Name { get; }

    /// <summary>Everything in the job that this driver cannot do, before anything is started; empty where it can do it all.</summary>
    ImmutableArray<Problem> Check(JobSpec job);

    /// <summary>Opens a cluster for the time of a lease. Whatever it starts ends with the returned object.</summary>
    /// <param name="ordinal">Which of the job's clusters it is, from 0.</param>
    /// <exception cref="ClusterUnavailableException">It cannot be had now.</exception>
    Task<ICluster> OpenAsync(JobSpec job, int ordinal, CancellationToken cancellationToken);
}
