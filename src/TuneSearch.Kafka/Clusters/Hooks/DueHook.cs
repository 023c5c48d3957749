using System.Collections.Immutable;
using TuneSearch.Core.Clusters;

namespace TuneSearch.Kafka.Clusters.Hooks;

/// <summary>A closer look that is due now.</summary>
/// <param name="Number">The hook's place in the job file, from 1.</param>
/// <param name="Reason">What was seen, in words.</param>
/// <param name="Brokers">Those concerned; empty for all.</param>
internal sealed record DueHook(ClusterHook Hook, int Number, string Reason, ImmutableSortedSet<string> Brokers);
