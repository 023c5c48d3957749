using TuneSearch.Core.Clusters;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Workloads;

namespace TuneSearch.Kafka.Clusters.Simulated;

/// <summary>What a simulated fleet would show without noise, drift and faults: what tests and benchmarks hold answers against.</summary>
public sealed class SimulatedTruth
{
    private readonly FleetModel _model;

    public SimulatedTruth(JobSpec job)
    {
        var spec = (SimulatedClusterSpec)job.Cluster;
        _model = new FleetModel(spec.Brokers, spec.Landscape, job.Profiles);
    }

    public TrialOutcome Of(Configuration configuration, Episode episode) => _model.Evaluate(configuration, episode);
}
