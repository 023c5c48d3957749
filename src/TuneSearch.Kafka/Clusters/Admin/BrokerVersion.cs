using Confluent.Kafka.Admin;
using TuneSearch.Kafka.Catalogue;

namespace TuneSearch.Kafka.Clusters.Admin;

/// <summary>Tells a broker's release line from its settings, which is all the protocol says of it. Pure.</summary>
internal static class BrokerVersion
{
    private static readonly (string Setting, KafkaVersion Since)[] Marks =
    [
        ("group.coordinator.append.linger.ms", new KafkaVersion(3, 8)),
        ("transaction.partition.verification.enable", new KafkaVersion(3, 6)),
        ("group.coordinator.threads", new KafkaVersion(3, 5)),
        ("socket.listen.backlog.size", new KafkaVersion(3, 2)),
        ("max.connection.creation.rate", new KafkaVersion(2, 7)),
        ("fetch.max.bytes", new KafkaVersion(2, 5)),
    ];

    public static KafkaVersion Of(IReadOnlyCollection<ConfigEntryResult> entries)
    {
        var names = entries.Select(e => e.Name).ToHashSet(StringComparer.Ordinal);
        var newest = Marks.FirstOrDefault(m => names.Contains(m.Setting));
        if (!names.Contains("inter.broker.protocol.version"))
        {
            // Gone with 4.0 (KIP-896); what tells 4.x apart are defaults only.
            return new KafkaVersion(4, entries.FirstOrDefault(e => e.Name == "group.coordinator.append.linger.ms")?.Value == "-1" ? 3 : 0);
        }

        // An upgrade may have left the protocol version behind, so the newest setting that the broker knows has the last word.
        var declared = entries.First(e => e.Name == "inter.broker.protocol.version").Value;
        return KafkaVersion.TryParse(declared, out var version) && version > newest.Since ? version
            : newest.Setting is null ? KafkaVersion.Oldest : newest.Since;
    }
}
