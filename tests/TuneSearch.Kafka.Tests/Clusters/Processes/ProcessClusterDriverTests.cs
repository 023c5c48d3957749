using TuneSearch.Core.Clusters;
using TuneSearch.Core.Spaces;
using TuneSearch.Kafka.Clusters.Processes;

namespace TuneSearch.Kafka.Tests.Clusters.Processes;

public sealed class ProcessClusterDriverTests
{
    private readonly ProcessClusterDriver _driver = new(TimeProvider.System, new ProcessOptions { AllowedKernelSettings = ["vm.swappiness"] });

    [Fact]
    public void Check_EverythingWrong_SaysAllOfIt()
    {
        var spec = new ProcessClusterSpec { Brokers = 4, Niceness = 20, Processors = "0;1", Home = "/no/such/folder" };

        var problems = _driver.Check(Jobs.On(
            spec,
            Parameter("vm.swappiness", ParameterScope.Os),
            Parameter("vm.dirty_ratio", ParameterScope.Os),
            Parameter("instance.type", ParameterScope.Infra),
            Parameter("anything", ParameterScope.Custom)));

        problems.Select(p => p.Message).ShouldBe(
        [
            "4 brokers lies outside 1 to 3, what one machine can run and still measure",
            "20 lies outside 0 to 19",
            "'0;1' is no list of processors",
            "the kernel setting vm.dirty_ratio is not among those this daemon may change",
            "instance.type has scope infra, and the process cluster has no command that changes infrastructure",
            "anything has scope custom, which means something to a user's own evaluator only",
            "'/no/such/folder' holds no Kafka distribution: bin/kafka-server-start.sh or libs is missing",
        ]);
    }

    private static Parameter Parameter(string name, ParameterScope scope) => new(name, scope, new IntegerDomain(0, 100), ParameterValue.Integer(1));
}
