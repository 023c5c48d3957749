using System.Collections.Immutable;
using System.Globalization;
using Confluent.Kafka;

namespace TuneSearch.Kafka.Clusters.Admin;

/// <summary>What the cluster's metadata says of its health.</summary>
/// <param name="Brokers">Ids of the brokers that serve.</param>
/// <param name="Illness">The first partition without a leader or with replicas behind, in words; null where there is none.</param>
internal sealed record ClusterHealth(ImmutableSortedSet<string> Brokers, string? Illness)
{
    public static ClusterHealth Of(Metadata metadata) => new(
        metadata.Brokers.Select(b => b.BrokerId.ToString(CultureInfo.InvariantCulture)).ToImmutableSortedSet(StringComparer.Ordinal),
        metadata.Topics.SelectMany(t => t.Partitions.Select(p => IllnessOf(t.Topic, p))).FirstOrDefault(i => i is not null));

    /// <summary>What is wrong where these brokers should serve; null for nothing.</summary>
    public string? IllnessAmong(IEnumerable<string> expected) =>
        expected.FirstOrDefault(b => !Brokers.Contains(b)) is { } missing ? $"broker {missing} does not serve" : Illness;

    private static string? IllnessOf(string topic, PartitionMetadata partition)
    {
        if (partition.Leader < 0)
        {
            return $"partition {topic}-{partition.PartitionId} has no leader";
        }

        return partition.InSyncReplicas.Length < partition.Replicas.Length
            ? $"partition {topic}-{partition.PartitionId} has {partition.InSyncReplicas.Length} of {partition.Replicas.Length} replicas in sync"
            : null;
    }
}
