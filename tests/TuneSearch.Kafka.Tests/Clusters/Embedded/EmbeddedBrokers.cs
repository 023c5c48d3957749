namespace TuneSearch.Kafka.Tests.Clusters.Embedded;

/// <summary>Tests that put load on the machine run one after the other: two at once would measure each other.</summary>
[CollectionDefinition(nameof(EmbeddedBrokers), DisableParallelization = true)]
public sealed class EmbeddedBrokers;
