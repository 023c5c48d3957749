using System.Collections.Immutable;
using Confluent.Kafka;
using Confluent.Kafka.Admin;
using TuneSearch.Core.Planning;
using TuneSearch.Kafka.Planning;

namespace TuneSearch.Kafka.Clusters.Admin;

/// <summary>
/// The admin calls of one cluster, with their failures told apart. Changes go by IncrementalAlterConfigs (KIP-339) and never by
/// AlterConfigs, which resets whatever is not named.
/// </summary>
/// <remarks>librdkafka asks for a broker's id and takes one broker a call: cluster-wide settings are written broker by broker.</remarks>
/// <param name="lastTrouble">What the connection complained of last, which calls that fail for it do not say.</param>
internal sealed class BrokerAdmin(IAdminClient client, TimeSpan requestTimeout, Func<string?> lastTrouble) : IDisposable
{
    public static BrokerAdmin Connect(string bootstrapServers, IEnumerable<KeyValuePair<string, string>> settings, TimeSpan requestTimeout)
    {
        var config = new Dictionary<string, string>(settings, StringComparer.Ordinal)
        {
            ["bootstrap.servers"] = bootstrapServers,

            // Brokers restart under this client's eyes: look again soon instead of after librdkafka's ten seconds.
            ["reconnect.backoff.ms"] = "50",
            ["reconnect.backoff.max.ms"] = "500",
        };
        string? trouble = null;
        var client = new AdminClientBuilder(config)
            .SetErrorHandler((_, error) => trouble = error.Code is ErrorCode.Local_Authentication or ErrorCode.Local_Ssl ? error.Reason : trouble)
            .SetLogHandler((_, _) => { }).Build();
        return new BrokerAdmin(client, requestTimeout, () => trouble);
    }

    public IAdminClient Client => client;

    /// <summary>The brokers that serve, and what is not in sync.</summary>
    public async Task<ClusterHealth> ReadHealthAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        // GetMetadata blocks its thread for a broker's answer; a pool thread can afford that now and then.
        var metadata = await Task.Run(() => Guard(() => client.GetMetadata(timeout)), cancellationToken);
        return ClusterHealth.Of(metadata);
    }

    /// <summary>The id that the cluster has given itself, the same by whatever addresses it is reached.</summary>
    public async Task<string?> ReadIdAsync() =>
        (await GuardAsync(() => client.DescribeClusterAsync(new DescribeClusterOptions { RequestTimeout = requestTimeout }))).ClusterId;

    /// <summary>Everything written on these brokers, dynamic and in their files, as they report it.</summary>
    public async Task<ClusterState> ReadAsync(IEnumerable<string> brokers, CancellationToken cancellationToken)
    {
        var state = ClusterState.Empty;
        foreach (var broker in brokers)
        {
            state = ConfigReading.Add(state, broker, await DescribeAsync(broker, cancellationToken));
        }

        return state;
    }

    /// <summary>The first of these brokers that does not answer when it is asked itself, with what the client says of that; null where all do.</summary>
    public async Task<SilentBroker?> FindSilentAsync(IEnumerable<string> brokers, CancellationToken cancellationToken)
    {
        foreach (var broker in brokers)
        {
            try
            {
                await DescribeAsync(broker, cancellationToken);
            }
            catch (ClusterFaultException silence)
            {
                return new SilentBroker(broker, silence.Message);
            }
        }

        return null;
    }

    /// <summary>Every setting of a broker, written or not.</summary>
    public async Task<IReadOnlyCollection<ConfigEntryResult>> DescribeAsync(string broker, CancellationToken cancellationToken)
    {
        var results = await GuardAsync(() => client.DescribeConfigsAsync(
            [new ConfigResource { Type = ResourceType.Broker, Name = broker }], new DescribeConfigsOptions { RequestTimeout = requestTimeout }));
        cancellationToken.ThrowIfCancellationRequested();
        return results[0].Entries.Values;
    }

    public async Task AlterAsync(ImmutableArray<SettingEdit> edits, bool validateOnly, CancellationToken cancellationToken)
    {
        var options = new IncrementalAlterConfigsOptions { ValidateOnly = validateOnly, RequestTimeout = requestTimeout };
        foreach (var place in edits.GroupBy(e => e.Id.Place))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var entries = place.Select(e => new ConfigEntry
            {
                Name = e.Id.Name,
                Value = e.Value ?? string.Empty,
                IncrementalOperation = e.Value is null ? AlterConfigOpType.Delete : AlterConfigOpType.Set,
            });
            var resource = new ConfigResource
            {
                Type = place.Key.Kind == PlaceKind.Topic ? ResourceType.Topic : ResourceType.Broker,
                Name = place.Key.Entity,
            };
            await GuardAsync(() => client.IncrementalAlterConfigsAsync(new Dictionary<ConfigResource, List<ConfigEntry>> { [resource] = [.. entries] }, options));
        }
    }

    /// <summary>Removes topics and consumer groups by name. A group that still has members stays; its offsets expire by themselves.</summary>
    public async Task RemoveAsync(Func<string, bool> isOwn, CancellationToken cancellationToken)
    {
        var topics = (await Task.Run(() => Guard(() => client.GetMetadata(requestTimeout)), cancellationToken)).Topics.Select(t => t.Topic).Where(isOwn).ToList();
        if (topics.Count > 0)
        {
            await GuardAsync(async () =>
            {
                await client.DeleteTopicsAsync(topics, new DeleteTopicsOptions { OperationTimeout = requestTimeout, RequestTimeout = requestTimeout });
                return topics.Count;
            });
        }

        try
        {
            var groups = (await client.ListConsumerGroupsAsync(new ListConsumerGroupsOptions { RequestTimeout = requestTimeout })).Valid.Select(g => g.GroupId).Where(isOwn).ToList();
            if (groups.Count > 0)
            {
                await client.DeleteGroupsAsync(groups, new DeleteGroupsOptions { RequestTimeout = requestTimeout });
            }
        }
        catch (KafkaException)
        {
            // Not every user may list groups, and brokers refuse to delete one with members.
        }
    }

    public void Dispose() => client.Dispose();

    private T Guard<T>(Func<T> call)
    {
        try
        {
            return call();
        }
        catch (KafkaException error)
        {
            throw AdminFailure.Of(error, lastTrouble());
        }
    }

    private async Task<T> GuardAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (KafkaException error)
        {
            throw AdminFailure.Of(error, lastTrouble());
        }
    }
}
