using System.Collections.Immutable;

namespace TuneSearch.Core.Planning;

/// <summary>The brokers and topics that settings are written for.</summary>
/// <param name="Brokers">Ids in the order in which they may restart.</param>
public sealed record ClusterShape(ImmutableArray<string> Brokers, ImmutableArray<string> Topics)
{
    /// <summary>
    /// Whether the dynamic default of all brokers can be written. Where it cannot (librdkafka's admin client asks for a broker's id),
    /// cluster-wide settings are written broker by broker.
    /// </summary>
    public bool WritesClusterDefault { get; init; } = true;

    /// <summary>Whether the user's command sets the hosts' kernels too; it is then called once for both.</summary>
    public bool HookSetsKernel { get; init; }
}
