using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using TuneSearch.Core.Quantities;

namespace TuneSearch.Core.Workloads;

/// <summary>One customer's workload. A profile with only a name is valid: every part has a sensible default.</summary>
public sealed record Profile(string Name)
{
    public string Description { get; init; } = string.Empty;

    public ArrivalProcess Arrivals { get; init; } = new ConstantArrivals(1000);

    public SizeDistribution MessageSize { get; init; } = new FixedSize(1024);

    /// <summary>Share of a payload's bytes that are random, 0 (compresses to nothing) to 1 (does not compress).</summary>
    [Range(0.0, 1.0), CountsIn(Dimension.Ratio)]
    public double PayloadEntropy { get; init; } = 0.3;

    public KeyDistribution Keys { get; init; } = new NoKeys();

    [Range(1, 10_000)]
    public int Topics { get; init; } = 1;

    [Range(1, 10_000)]
    public int PartitionsPerTopic { get; init; } = 3;

    [Range(1, 1_000)]
    public int Producers { get; init; } = 1;

    [Range(0, 1_000)]
    public int ConsumerGroups { get; init; } = 1;

    [Range(1, 1_000)]
    public int ConsumersPerGroup { get; init; } = 1;

    /// <summary>Producers and consumers of all groups.</summary>
    [JsonIgnore]
    public int Clients => Producers + ConsumerGroups * ConsumersPerGroup;

    public ConnectionLoad Connections { get; init; } = new();

    public CommitPolicy Commits { get; init; } = new();

    /// <summary>Null where the profile uses no transactions.</summary>
    public TransactionLoad? Transactions { get; init; }

    [Range(0.0, 600.0)]
    public double RebalancesPerMinute { get; init; }

    public AckLevel Acks { get; init; } = AckLevel.All;

    /// <summary>What the customer was promised, per dimension; null dimensions were not.</summary>
    public PromisedLimits Limits { get; init; } = new();

    /// <summary>Metrics of this profile that the gate guards, beside those of the objective.</summary>
    public ImmutableArray<string> Guarded { get; init; } = [];
}
