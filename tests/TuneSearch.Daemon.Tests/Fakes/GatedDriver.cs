using System.Collections.Immutable;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Validation;
using TuneSearch.Kafka.Clusters.Simulated;

namespace TuneSearch.Daemon.Tests.Fakes;

/// <summary>Simulated clusters that never finish one trial: the daemon is stopped or told to cancel meanwhile.</summary>
internal sealed class GatedDriver(int stuckAt) : IClusterDriver
{
    private readonly SimulatedClusterDriver _driver = new();

    public string Name => _driver.Name;

    public ImmutableArray<Problem> Check(JobSpec job) => _driver.Check(job);

    public async Task<ICluster> OpenAsync(JobSpec job, int ordinal, CancellationToken cancellationToken) =>
        new GatedCluster(await _driver.OpenAsync(job, ordinal, cancellationToken), stuckAt);

    private sealed class GatedCluster(ICluster cluster, int stuckAt) : ICluster
    {
        public Task<ApplyResult> ApplyAsync(Configuration configuration, CancellationToken cancellationToken) => cluster.ApplyAsync(configuration, cancellationToken);

        public async Task<TrialOutcome> RunAsync(EpisodeRun run, CancellationToken cancellationToken)
        {
            if (run.Trial == stuckAt)
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            return await cluster.RunAsync(run, cancellationToken);
        }

        public Task RestoreAsync(CancellationToken cancellationToken) => cluster.RestoreAsync(cancellationToken);

        public ValueTask DisposeAsync() => cluster.DisposeAsync();
    }
}
