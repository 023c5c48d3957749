using System.Collections.Immutable;

namespace TuneSearch.Kafka.Load;

/// <summary>The cluster that load is put on.</summary>
/// <param name="Client">Settings of every client for reaching it (security.protocol, sasl.*, ssl.*), in librdkafka's words.</param>
public sealed record LoadTarget(string BootstrapServers, ITopics Topics, ImmutableSortedDictionary<string, string> Client)
{
    /// <summary>Settings of consumers alone that the cluster needs; a configuration may override them.</summary>
    public ImmutableSortedDictionary<string, string> Consumer { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>
    /// Bytes that a partition keeps before it drops the oldest, where that is little enough to matter: producers of a closed loop then
    /// also wait for their consumers, at two thirds of it. Null for a cluster that keeps what it is given.
    /// </summary>
    public long? RetainedBytesPerPartition { get; init; }

    /// <summary>Brokers that run as processes of this machine: their processor time is the load's doing and not a neighbour's.</summary>
    public ImmutableArray<int> BrokerProcesses { get; init; } = [];
}
