using TuneSearch.Core.Clusters;
using TuneSearch.Core.Spaces;
using TuneSearch.Kafka.Clusters.Embedded;
using TuneSearch.Kafka.Tests.Native;
using TuneSearch.Testing.Requirements;

namespace TuneSearch.Kafka.Tests.Clusters.Embedded;

[RequiresLibrdkafka]
public sealed class EmbeddedClusterDriverTests
{
    [RequiringFact]
    public void Check_NameThatTheClientDoesNotKnow_IsSaidBeforeAnyTrial() =>
        Check(new Parameter("linger.msec", ParameterScope.Producer, new IntegerDomain(0, 9), ParameterValue.Integer(5))).ShouldBe([
            "space: the baseline cannot run: The client refused the configuration: No such configuration property: \"linger.msec\". "
            + "Correct the parameter that is named; librdkafka's CONFIGURATION.md lists them all."]);

    [RequiringFact]
    public void Check_KnownName_IsFine() =>
        Check(new Parameter("linger.ms", ParameterScope.Producer, new RealDomain(0, 9), ParameterValue.Real(0.5))).ShouldBeEmpty();

    private static IEnumerable<string> Check(Parameter parameter) =>
        new EmbeddedClusterDriver(TimeProvider.System).Check(Jobs.On(new EmbeddedClusterSpec(), parameter)).Select(problem => problem.ToString());
}
