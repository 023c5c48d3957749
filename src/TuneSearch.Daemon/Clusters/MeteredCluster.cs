using System.Collections.Immutable;

using TuneSearch.Core.Clusters;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Spaces;
using TuneSearch.Daemon.Metrics;

namespace TuneSearch.Daemon.Clusters;

internal sealed class MeteredCluster(ICluster cluster, string driver, ClusterInstruments instruments, TimeProvider time) : ICluster
{
    public async Task<ApplyResult> ApplyAsync(Configuration configuration, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        var result = await cluster.ApplyAsync(configuration, cancellationToken);
        instruments.OnApplied(driver, time.GetElapsedTime(start), result.Changes);
        return result;
    }

    public async Task<TrialOutcome> RunAsync(EpisodeRun run, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        var outcome = await cluster.RunAsync(run, cancellationToken);
        instruments.OnEpisode(driver, time.GetElapsedTime(start));
        return outcome;
    }

    public ImmutableArray<EvidenceFile> TakeEvidence() => cluster.TakeEvidence();

    public Task RestoreAsync(CancellationToken cancellationToken) => cluster.RestoreAsync(cancellationToken);

    public ValueTask DisposeAsync() => cluster.DisposeAsync();
}
