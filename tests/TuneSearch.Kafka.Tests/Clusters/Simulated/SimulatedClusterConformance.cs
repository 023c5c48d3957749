using TuneSearch.Core.Clusters;
using TuneSearch.Core.Spaces;
using TuneSearch.Kafka.Clusters.Simulated;
using TuneSearch.Testing.Clusters;

namespace TuneSearch.Kafka.Tests.Clusters.Simulated;

public class SimulatedClusterConformance : ClusterConformance
{
    protected override Configuration Good => Configuration.From([KeyValuePair.Create(SimulatedParameters.Linger, ParameterValue.Real(5))]);

    protected override Configuration OtherGood => Configuration.From([KeyValuePair.Create(SimulatedParameters.Linger, ParameterValue.Real(10))]);

    protected override Task<ICluster> OpenAsync() =>
        new SimulatedClusterDriver().OpenAsync(Jobs.On(new SimulatedClusterSpec()) with { Profiles = [Profile] }, 0, default);
}
