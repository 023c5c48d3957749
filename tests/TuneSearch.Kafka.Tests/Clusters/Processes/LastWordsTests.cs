using TuneSearch.Kafka.Clusters.Processes;

namespace TuneSearch.Kafka.Tests.Clusters.Processes;

public sealed class LastWordsTests
{
    [Theory]
    [InlineData("Error occurred during initialization of VM\nToo small maximum heap", "Too small maximum heap")]
    [InlineData("Error occurred during initialization of VM\nCould not reserve enough space for 1048576000KB object heap", "Could not reserve enough space for 1048576000KB object heap")]
    [InlineData("Unrecognized VM option 'UseFoo'\nError: Could not create the Java Virtual Machine.", "Unrecognized VM option 'UseFoo'")]
    [InlineData("Error occurred during initialization of VM\nMultiple garbage collectors selected", "Multiple garbage collectors selected")]
    [InlineData("Terminating due to java.lang.OutOfMemoryError: Java heap space", "Terminating due to java.lang.OutOfMemoryError: Java heap space")]
    [InlineData(
        "[2024-01-01 10:00:00,123] INFO Registered kafka:type=kafka.Log4jController MBean (kafka.utils.Log4jControllerRegistration$)\n"
        + "[2024-01-01 10:00:01,123] ERROR Exiting Kafka due to fatal exception (kafka.Kafka$)\n"
        + "java.lang.IllegalArgumentException: requirement failed: queued.max.request.bytes must be larger or equal to socket.request.max.bytes\n"
        + "\tat scala.Predef$.require(Predef.scala:224)",
        "IllegalArgumentException: requirement failed: queued.max.request.bytes must be larger or equal to socket.request.max.bytes")]
    [InlineData(
        "org.apache.kafka.common.config.ConfigException: Invalid value 0 for configuration queued.max.requests: Value must be at least 1",
        "ConfigException: Invalid value 0 for configuration queued.max.requests: Value must be at least 1")]
    public void In_OutputOfARefusal_AreTheConfigurationsFault(string output, string words) =>
        LastWords.In(output).ShouldBe(new LastWords(words, IsConfiguration: true));

    [Theory]
    [InlineData("[2024-01-01 10:00:01,123] ERROR Error while writing (kafka.server.LogDirFailureChannel)\njava.io.IOException: No space left on device", "java.io.IOException: No space left on device")]
    [InlineData("org.apache.kafka.common.KafkaException: Socket server failed to bind to 127.0.0.1:9092: Address already in use.", "org.apache.kafka.common.KafkaException: Socket server failed to bind to 127.0.0.1:9092: Address already in use.")]
    public void In_OutputOfAFault_AreNot(string output, string words) =>
        LastWords.In(output).ShouldBe(new LastWords(words, IsConfiguration: false));

    [Fact]
    public void In_ConfigurationThatIsOnlyPrinted_IsNoRefusal() =>
        LastWords.In("[2024-01-01 10:00:00,123] INFO KafkaConfig values: OutOfMemoryError (kafka.server.KafkaConfig)").ShouldBe(new LastWords(null, IsConfiguration: false));

    [Fact]
    public void In_PredecessorStillRegistered_PassesByItself()
    {
        var words = LastWords.In("""
            [2026-11-22 10:00:00,000] ERROR Error while creating ephemeral at /brokers/ids/1, node already exists and owner '72057' does not match current session '72058' (kafka.zk.KafkaZkClient$CheckedEphemeral)
            [2026-11-22 10:00:00,100] ERROR [KafkaServer id=1] Fatal error during KafkaServer startup. Prepare to shutdown (kafka.server.KafkaServer)
            org.apache.zookeeper.KeeperException$NodeExistsException: KeeperErrorCode = NodeExists
            	at org.apache.zookeeper.KeeperException.create(KeeperException.java:126)
            """);

        (words.IsPassing, words.IsConfiguration, words.Line).ShouldBe((true, false, "org.apache.zookeeper.KeeperException$NodeExistsException: KeeperErrorCode = NodeExists"));
    }

    [Fact]
    public void In_FatalErrorOfAnUnknownKind_IsItsException()
    {
        var words = LastWords.In("""
            [2026-11-22 10:00:00,100] ERROR [KafkaServer id=1] Fatal error during KafkaServer startup. Prepare to shutdown (kafka.server.KafkaServer)
            kafka.common.InconsistentClusterIdException: The Cluster ID a doesn't match stored clusterId Some(b)
            	at kafka.server.KafkaServer.startup(KafkaServer.scala:218)
            [2026-11-22 10:00:00,200] INFO [KafkaServer id=1] shutting down (kafka.server.KafkaServer)
            [2026-11-22 10:00:00,300] ERROR Exiting Kafka. (kafka.server.KafkaServerStartable)
            """);

        (words.IsPassing, words.IsConfiguration, words.Line).ShouldBe((false, false, "kafka.common.InconsistentClusterIdException: The Cluster ID a doesn't match stored clusterId Some(b)"));
    }
}
