using System.Collections.Immutable;
using TuneSearch.Core.Spaces;
using TuneSearch.Kafka.Load;

namespace TuneSearch.Kafka.Clusters.Embedded;

/// <summary>How the load reaches the mock brokers.</summary>
internal static class MockTarget
{
    /// <summary>For clients that are built and never connect.</summary>
    public static LoadTarget Nowhere => new("127.0.0.1:1", new NoTopics(), ImmutableSortedDictionary<string, string>.Empty);

    /// <summary>Settings that librdkafka takes only with the older group protocol (KIP-848).</summary>
    private static readonly ImmutableArray<string> OlderProtocol = ["group.protocol", "session.timeout.ms", "heartbeat.interval.ms", "partition.assignment.strategy"];

    /// <remarks>
    /// Under the older protocol the mock brokers wait out the session timeout, 45 s, whenever a group of two changes. Under the newer
    /// one they are done within two heartbeats; so consumers use that, unless the space searches what only the older one has.
    /// </remarks>
    public static LoadTarget Of(MockCluster brokers, SearchSpace space) =>
        new(brokers.BootstrapServers, brokers, ImmutableSortedDictionary<string, string>.Empty)
        {
            RetainedBytesPerPartition = MockCluster.RetainedBytesPerPartition,
            Consumer = space.Parameters.Any(parameter => parameter.Scope == ParameterScope.Consumer && OlderProtocol.Contains(parameter.SettingName))
                ? ImmutableSortedDictionary<string, string>.Empty
                : ImmutableSortedDictionary<string, string>.Empty.Add("group.protocol", "consumer"),
        };

    private sealed class NoTopics : ITopics
    {
        public Task CreateAsync(string topic, int partitions, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task DeleteAsync(string topic, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
