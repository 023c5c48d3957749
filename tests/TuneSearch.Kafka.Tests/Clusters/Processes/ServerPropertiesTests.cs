using TuneSearch.Kafka.Clusters.Processes;

namespace TuneSearch.Kafka.Tests.Clusters.Processes;

public sealed class ServerPropertiesTests
{
    private static readonly BrokerLayout First = new(1, "/run/broker-1", 9001, 9002);
    private static readonly BrokerLayout Second = new(2, "/run/broker-2", 9003, 9004);

    [Fact]
    public void Render_WithZookeeper_IsTheWholeFile() =>
        ServerProperties.Render(First, [First], "127.0.0.1:2181", new Dictionary<string, string> { ["queued.max.requests"] = "900" }, new HashSet<string>()).ShouldBe(
            """
            advertised.listeners=PLAINTEXT://127.0.0.1:9001
            auto.create.topics.enable=false
            broker.id=1
            group.initial.rebalance.delay.ms=0
            listeners=PLAINTEXT://127.0.0.1:9001
            log.dirs=/run/broker-1/data
            offsets.topic.num.partitions=4
            offsets.topic.replication.factor=1
            queued.max.requests=900
            transaction.state.log.min.isr=1
            transaction.state.log.num.partitions=4
            transaction.state.log.replication.factor=1
            zookeeper.connect=127.0.0.1:2181

            """);

    [Fact]
    public void Render_Kraft_NamesTheQuorum()
    {
        var text = ServerProperties.Render(Second, [First, Second], null, new Dictionary<string, string>(), new HashSet<string>());

        text.ShouldContain("controller.quorum.voters=1@127.0.0.1:9002,2@127.0.0.1:9004\n");
        text.ShouldContain("process.roles=broker,controller\n");
        text.ShouldNotContain("zookeeper");
    }

    [Fact]
    public void Render_SearchedSetting_HasNoDefaultOfTheTestCluster() =>
        ServerProperties.Render(First, [First], null, new Dictionary<string, string>(), new HashSet<string> { "group.initial.rebalance.delay.ms" })
            .ShouldNotContain("group.initial.rebalance.delay.ms");

    [Fact]
    public void Render_TunedAddress_IsNotTaken() =>
        ServerProperties.Render(First, [First], null, new Dictionary<string, string> { ["log.dirs"] = "/elsewhere" }, new HashSet<string>())
            .ShouldContain("log.dirs=/run/broker-1/data\n");
}
