using System.Collections.Immutable;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Validation;
using TuneSearch.Daemon.Metrics;

namespace TuneSearch.Daemon.Clusters;

/// <summary>A driver whose clusters are timed; drivers know nothing of metrics.</summary>
internal sealed class MeteredDriver(IClusterDriver driver, ClusterInstruments instruments, TimeProvider time) : IClusterDriver
{
    public string Name => driver.Name;

    public ImmutableArray<Problem> Check(JobSpec job) => driver.Check(job);

    public async Task<ICluster> OpenAsync(JobSpec job, int ordinal, CancellationToken cancellationToken)
    {
        var cluster = await driver.OpenAsync(job, ordinal, cancellationToken);
        instruments.OnOpened(Name);
        return new MeteredCluster(cluster, Name, instruments, time);
    }
}
