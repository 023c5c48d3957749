using System.Collections.Immutable;

namespace TuneSearch.Kafka.Clusters.Simulated;

/// <summary>The fleet in equilibrium.</summary>
internal sealed record FleetFlow(ImmutableArray<ProfileFlow> Profiles, BrokerLoad Load, BrokerState Broker);
