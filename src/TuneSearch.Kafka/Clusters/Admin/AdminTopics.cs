using System.Globalization;
using Confluent.Kafka;
using Confluent.Kafka.Admin;
using TuneSearch.Kafka.Load;

namespace TuneSearch.Kafka.Clusters.Admin;

/// <summary>Makes the topics of an episode on real brokers, with the topic settings of the configuration under trial.</summary>
/// <param name="replicas">Of each partition.</param>
/// <param name="isGone">Whether brokers have ended with all they held, so that nothing is there to delete; null for never.</param>
internal sealed class AdminTopics(IAdminClient client, short replicas, TimeProvider clock, Func<bool>? isGone = null) : ITopics
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    /// <summary>Less than for making them: nobody waits for a topic that is to go, but an episode's end does for a broker that hangs.</summary>
    private static readonly TimeSpan DeletingTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);

    /// <summary>Of every topic made from now on.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; set; } = new Dictionary<string, string>();

    public async Task CreateAsync(string topic, int partitions, CancellationToken cancellationToken)
    {
        var specification = new TopicSpecification
        {
            Name = topic,
            NumPartitions = partitions,
            ReplicationFactor = replicas,
            Configs = new Dictionary<string, string>(Settings, StringComparer.Ordinal),
        };
        try
        {
            await client.CreateTopicsAsync([specification], new CreateTopicsOptions { OperationTimeout = Timeout, RequestTimeout = Timeout });
        }
        catch (KafkaException error)
        {
            throw new InvalidOperationException($"Topic '{topic}' was not made: {AdminFailure.Of(error).Message}", error);
        }

        await AwaitLeadersAsync(topic, partitions, cancellationToken);
    }

    public async Task DeleteAsync(string topic, CancellationToken cancellationToken)
    {
        if (isGone?.Invoke() ?? false)
        {
            return;
        }

        try
        {
            await client.DeleteTopicsAsync([topic], new DeleteTopicsOptions { OperationTimeout = DeletingTimeout, RequestTimeout = DeletingTimeout });
        }
        catch (KafkaException)
        {
            // What is not there needs no deleting; what cannot be reached is told by the next call that needs the cluster.
        }
    }

    /// <summary>Brokers answer «created» before each partition has a leader that takes messages.</summary>
    private async Task AwaitLeadersAsync(string topic, int partitions, CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        while (clock.GetElapsedTime(start) < Timeout)
        {
            if (await HasLeadersAsync(topic, partitions, cancellationToken))
            {
                return;
            }

            await Task.Delay(PollInterval, clock, cancellationToken);
        }

        throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Topic '{topic}' had no leader for each of its {partitions} partitions after {Timeout.TotalSeconds:0} s; look at the brokers' controller."));
    }

    private async Task<bool> HasLeadersAsync(string topic, int partitions, CancellationToken cancellationToken)
    {
        try
        {
            var metadata = await Task.Run(() => client.GetMetadata(topic, TimeSpan.FromSeconds(5)), cancellationToken);
            return metadata.Topics.FirstOrDefault(t => t.Topic == topic) is { } seen
                && seen.Partitions.Count == partitions
                && seen.Partitions.TrueForAll(p => p.Leader >= 0);
        }
        catch (KafkaException)
        {
            return false;
        }
    }
}
