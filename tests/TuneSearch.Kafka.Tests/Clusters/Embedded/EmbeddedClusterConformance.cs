using TuneSearch.Core.Clusters;
using TuneSearch.Core.Spaces;
using TuneSearch.Kafka.Clusters.Embedded;
using TuneSearch.Kafka.Load;
using TuneSearch.Kafka.Tests.Load;
using TuneSearch.Kafka.Tests.Native;
using TuneSearch.Testing.Clusters;

namespace TuneSearch.Kafka.Tests.Clusters.Embedded;

[RequiresLibrdkafka]
[Collection(nameof(EmbeddedBrokers))]
public class EmbeddedClusterConformance : ClusterConformance
{
    private static readonly Parameter Linger =
        new("linger.ms", ParameterScope.Producer, new RealDomain(0, 100), ParameterValue.Real(5));

    protected override Configuration Good => Configuration.From([KeyValuePair.Create(Linger.Name, ParameterValue.Real(5))]);

    protected override Configuration OtherGood => Configuration.From([KeyValuePair.Create(Linger.Name, ParameterValue.Real(0))]);

    protected override Task<ICluster> OpenAsync() =>
        new EmbeddedClusterDriver(TimeProvider.System, new LoadOptions { Limits = AnyMachine.Limits, BurnIn = TimeSpan.Zero })
            .OpenAsync(Jobs.On(new EmbeddedClusterSpec(), Linger) with { Profiles = [Profile] }, 0, default);
}
