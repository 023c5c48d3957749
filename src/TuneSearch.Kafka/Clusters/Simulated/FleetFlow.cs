using System.Collections.Immutable;

namespace TuneSearch.Kafka.Clusters.Simulated;

/// <summary>The fleet in equilibrium.</summary>
/// <param name="OpenShare">Share of the open-loop demand that is carried; below 1 a backlog grows.</param>
internal sealed record FleetFlow(ImmutableArray<ProfileFlow> Profiles, BrokerLoad Load, BrokerState Broker, double OpenShare);
