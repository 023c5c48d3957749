using TuneSearch.Core.Clusters;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Workloads;
using TuneSearch.Kafka.Clusters.Embedded;
using TuneSearch.Kafka.Catalogue;

namespace TuneSearch.Kafka.Tests.Clusters.Embedded;

public sealed class EmbeddedRulesTests
{
    private static readonly CatalogueClientNames Names = new(CatalogueReader.Read(new KafkaVersion(3, 9)));
    private static readonly IntegerDomain Whole = new(1, 100);

    [Fact]
    public void Check_ClientParametersAndPartitions_AreFine() =>
        Check(Of("linger.ms", ParameterScope.Producer), Of("fetch.min.bytes", ParameterScope.Consumer), Of("partitions", ParameterScope.Topic)).ShouldBeEmpty();

    [Theory]
    [InlineData(ParameterScope.Broker, "broker")]
    [InlineData(ParameterScope.Jvm, "jvm")]
    [InlineData(ParameterScope.Os, "os")]
    [InlineData(ParameterScope.Infra, "infra")]
    [InlineData(ParameterScope.Custom, "custom")]
    public void Check_ScopeOfABroker_IsRefusedWithTheWayOut(ParameterScope scope, string written) =>
        Check(Of("num.io.threads", scope)).ShouldBe([
            $"space.parameters.num.io.threads: num.io.threads has scope {written}, and the mock brokers of driver embedded have no such settings: "
            + "they run in this process, without JVM, disk or configuration. "
            + "Keep scopes producer, consumer and topic ('partitions'), or run the job with driver process, remote or simulated."]);

    [Fact]
    public void Check_TopicSetting_IsRefused() =>
        Check(Of("retention.ms", ParameterScope.Topic)).ShouldBe([
            "space.parameters.retention.ms: retention.ms is a topic setting, and topics of the mock brokers have none but their number of partitions. "
            + "Keep 'partitions' only, or run the job with driver process, remote or simulated."]);

    [Fact]
    public void Check_AbortedTransactions_AreRefused()
    {
        var job = Jobs.On(new EmbeddedClusterSpec()) with { Profiles = [new Profile("bank") { Transactions = new TransactionLoad(10, 0.1) }] };

        EmbeddedRules.Check(job, Names).Select(problem => problem.ToString()).ShouldBe([
            "profiles.bank.transactions.abortRate: 0.1 of the transactions abort, and the mock brokers show readers what was aborted. "
            + "Set abortRate to 0, or run the job with driver process, remote or simulated."]);
    }

    [Fact]
    public void Check_SeveralMistakes_AreAllNamed()
    {
        var job = Jobs.On(new EmbeddedClusterSpec { Brokers = 0, RoundTripTime = TimeSpan.FromMicroseconds(500), Clusters = 0 });

        EmbeddedRules.Check(job, Names).Select(problem => problem.Where)
            .ShouldBe(["cluster.brokers", "cluster.roundTripTime", "cluster.clusters"]);
    }

    private static IEnumerable<string> Check(params Parameter[] parameters) =>
        EmbeddedRules.Check(Jobs.On(new EmbeddedClusterSpec(), parameters), Names).Select(problem => problem.ToString());

    private static Parameter Of(string name, ParameterScope scope) => new(name, scope, Whole, ParameterValue.Integer(1));
}
