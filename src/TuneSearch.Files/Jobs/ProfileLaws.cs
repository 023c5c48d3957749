using TuneSearch.Core.Validation;
using TuneSearch.Core.Workloads;

namespace TuneSearch.Files.Jobs;

/// <summary>What a profile must obey beyond the bounds of its single keys.</summary>
internal static class ProfileLaws
{
    public static IEnumerable<Problem> Check(Profile profile)
    {
        if (string.IsNullOrWhiteSpace(profile.Name))
        {
            yield return new Problem("name", "a profile needs a name", "Write name: and a word for the customer's workload.");
        }

        if (profile.MessageSize is MixedSize { Parts: { IsDefault: false } parts })
        {
            if (parts.IsEmpty)
            {
                yield return new Problem("messageSize.parts", $"{profile.Name}: a mixture of sizes needs at least one part", "Write parts: [{ weight: 1, size: 1KiB }].");
            }
            else if (parts.Sum(part => part.Weight) <= 0)
            {
                yield return new Problem("messageSize.parts", $"{profile.Name}: the weights of the sizes sum to 0", "Give at least one part a weight above 0.");
            }
        }

        if (profile.Limits.MaxPartitions is { } most && (long)profile.Topics * profile.PartitionsPerTopic > most)
        {
            yield return new Problem("limits.maxPartitions", $"{profile.Name}: {profile.Topics} topics of {profile.PartitionsPerTopic} partitions are more than the promised {most}", "Lower topics or partitionsPerTopic, or raise the limit.");
        }

        if (profile.Limits.MaxConnections is { } connections && profile.Clients > connections)
        {
            yield return new Problem("limits.maxConnections", $"{profile.Name}: {profile.Clients} producers and consumers need more connections than the promised {connections}", "Lower producers, consumerGroups or consumersPerGroup, or raise the limit.");
        }

        if (profile.Transactions is not null && profile.Acks != AckLevel.All)
        {
            yield return new Problem("acks", $"{profile.Name}: transactions need acks: all", "Write acks: all, or remove transactions.");
        }
    }
}
