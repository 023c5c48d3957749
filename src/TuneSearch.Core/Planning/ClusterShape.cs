using System.Collections.Immutable;

namespace TuneSearch.Core.Planning;

/// <summary>The brokers and topics that settings are written for.</summary>
/// <param name="Brokers">Ids in the order in which they may restart.</param>
public sealed record ClusterShape(ImmutableArray<string> Brokers, ImmutableArray<string> Topics);
