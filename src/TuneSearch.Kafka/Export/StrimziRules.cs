namespace TuneSearch.Kafka.Export;

/// <summary>Keys that Strimzi sets itself and refuses in spec.kafka.config (its API reference, «KafkaClusterSpec»). Pure.</summary>
internal static class StrimziRules
{
    private static readonly string[] ForbiddenPrefixes =
    [
        "listeners", "advertised.", "broker.", "listener.", "host.name", "port", "inter.broker.listener.name", "sasl.", "ssl.", "security.", "password.",
        "log.dir", "zookeeper.connect", "zookeeper.set.acl", "zookeeper.ssl", "zookeeper.clientCnxnSocket", "authorizer.", "super.user",
        "cruise.control.metrics.topic", "cruise.control.metrics.reporter.bootstrap.servers", "node.id", "process.roles", "controller.",
    ];

    private static readonly string[] Exceptions =
    [
        "zookeeper.connection.timeout.ms", "sasl.server.max.receive.size", "ssl.cipher.suites", "ssl.protocol", "ssl.enabled.protocols",
        "ssl.secure.random.implementation", "cruise.control.metrics.topic.num.partitions", "cruise.control.metrics.topic.replication.factor",
        "cruise.control.metrics.topic.retention.ms", "controller.quorum.election.backoff.max.ms", "controller.quorum.election.timeout.ms",
        "controller.quorum.fetch.timeout.ms",
    ];

    public static bool Allows(string key) =>
        Array.Exists(Exceptions, e => e == key) || !Array.Exists(ForbiddenPrefixes, p => key.StartsWith(p, StringComparison.Ordinal));
}
