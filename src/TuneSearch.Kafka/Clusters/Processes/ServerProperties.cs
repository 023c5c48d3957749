using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using TuneSearch.Kafka.Export;

namespace TuneSearch.Kafka.Clusters.Processes;

/// <summary>Renders the server.properties of a broker. Pure.</summary>
internal static class ServerProperties
{
    /// <param name="zookeeper">Its address; null for KRaft.</param>
    /// <param name="tuned">What the plan wrote; goes before everything below but addresses and folders.</param>
    /// <param name="searched">Settings that the space searches: the small defaults of a test cluster do not apply to them.</param>
    public static string Render(
        BrokerLayout broker, IReadOnlyCollection<BrokerLayout> all, string? zookeeper, IReadOnlyDictionary<string, string> tuned, IReadOnlySet<string> searched)
    {
        var settings = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in TestClusterDefaults(all.Count).Where(s => !searched.Contains(s.Key)))
        {
            settings[name] = value;
        }

        foreach (var (name, value) in tuned)
        {
            settings[name] = value;
        }

        foreach (var (name, value) in zookeeper is null ? Kraft(broker, all) : WithZookeeper(broker, zookeeper))
        {
            settings[name] = value;
        }

        settings["log.dirs"] = broker.DataFolder;
        var text = new StringBuilder();
        foreach (var (name, value) in settings)
        {
            text.Append(PropertiesValue.EscapeName(name)).Append('=').Append(PropertiesValue.Escape(value)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Internal topics as small as the cluster, and groups that start without waiting for members that will not come.</summary>
    private static IEnumerable<KeyValuePair<string, string>> TestClusterDefaults(int brokers)
    {
        var replicas = Math.Min(3, brokers).ToString(CultureInfo.InvariantCulture);
        return ImmutableDictionary.CreateRange<string, string>(
        [
            new("offsets.topic.replication.factor", replicas),
            new("offsets.topic.num.partitions", "4"),
            new("transaction.state.log.replication.factor", replicas),
            new("transaction.state.log.min.isr", Math.Min(2, brokers).ToString(CultureInfo.InvariantCulture)),
            new("transaction.state.log.num.partitions", "4"),
            new("group.initial.rebalance.delay.ms", "0"),
            new("auto.create.topics.enable", "false"),
        ]);
    }

    private static IEnumerable<KeyValuePair<string, string>> WithZookeeper(BrokerLayout broker, string zookeeper) =>
    [
        new("broker.id", broker.Name),
        new("listeners", $"PLAINTEXT://{broker.Address}"),
        new("advertised.listeners", $"PLAINTEXT://{broker.Address}"),
        new("zookeeper.connect", zookeeper),
    ];

    private static IEnumerable<KeyValuePair<string, string>> Kraft(BrokerLayout broker, IReadOnlyCollection<BrokerLayout> all) =>
    [
        new("node.id", broker.Name),
        new("process.roles", "broker,controller"),
        new("listeners", $"PLAINTEXT://{broker.Address},CONTROLLER://{broker.ControllerAddress}"),
        new("advertised.listeners", $"PLAINTEXT://{broker.Address}"),
        new("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
        new("inter.broker.listener.name", "PLAINTEXT"),
        new("controller.listener.names", "CONTROLLER"),
        new("controller.quorum.voters", string.Join(',', all.Select(b => $"{b.Name}@{b.ControllerAddress}"))),
    ];
}
