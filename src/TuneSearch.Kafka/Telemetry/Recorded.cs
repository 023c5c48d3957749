using System.Collections.Immutable;
using TuneSearch.Core.Measurements;

namespace TuneSearch.Kafka.Telemetry;

/// <summary>An episode's outcome with what was seen of the brokers meanwhile.</summary>
/// <param name="Collected">Brokers whose collector stopped them for the whole heap.</param>
internal sealed record Recorded(TrialOutcome Outcome, ImmutableSortedSet<string> Collected);
