using TuneSearch.Core.Clusters;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Jobs.Trials;
using TuneSearch.Core.Spaces;
using TuneSearch.Kafka.Clusters.Simulated;

namespace TuneSearch.Benchmarks.Search;

/// <summary>The shipped job on the simulated fleet, as the benchmark «search» plays it: every configuration on the same episode.</summary>
internal sealed class FleetObjective : IServedObjective
{
    private readonly JobSpec _spec;
    private readonly ICluster _cluster;
    private int _trials;

    private FleetObjective(JobSpec spec, ICluster cluster) => (_spec, _cluster) = (spec, cluster);

    public SearchSpace Space => _spec.Space;

    public Configuration Baseline => _spec.Baseline;

    public static async Task<FleetObjective> OpenAsync(ulong seed, CancellationToken cancellationToken)
    {
        var spec = ShippedFiles.Job("simulated") with { Seed = seed, Verification = Verification.None };
        return new FleetObjective(spec, await new SimulatedClusterDriver().OpenAsync(spec, 0, cancellationToken));
    }

    public async Task<(double? Cost, double Violation)> MeasureAsync(Configuration configuration, CancellationToken cancellationToken)
    {
        var plan = new TrialPlan(++_trials, TrialPurpose.Search, configuration, [_spec.Episodes().Seen("search", 0)]);
        var score = await JobPlayer.ScoreAsync(_spec, _cluster, plan, cancellationToken);
        return score.Cost is null ? (null, 1) : (score.Cost, Math.Max(0, score.Violation));
    }

    public async Task<double> ScoreAsync(Configuration answer, CancellationToken cancellationToken) => (await FreshScore.OfAsync(_spec, _cluster, answer, cancellationToken)).Objective;

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();
}
