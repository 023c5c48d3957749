using TuneSearch.Core.Clusters;
using TuneSearch.Core.Spaces;
using TuneSearch.Kafka.Clusters.Command;
using TuneSearch.Testing.Clusters;

namespace TuneSearch.Kafka.Tests.Clusters.Command;

public class CommandClusterConformance : ClusterConformance
{
    private const string Evaluator = """while read line; do echo '{"metrics":{"throughput":1}}'; done""";

    protected override Configuration Good => Configuration.From([KeyValuePair.Create("a", ParameterValue.Integer(1))]);

    protected override Configuration OtherGood => Configuration.From([KeyValuePair.Create("a", ParameterValue.Integer(2))]);

    protected override Task<ICluster> OpenAsync() =>
        new CommandClusterDriver(TimeProvider.System).OpenAsync(
            Jobs.On(new CommandClusterSpec { Command = ["sh", "-c", Evaluator] }) with { Profiles = [Profile] }, 0, default);
}
