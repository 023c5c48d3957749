using System.Collections.Immutable;
using TuneSearch.Core.Workloads;

namespace TuneSearch.Kafka.Import;

/// <summary>What an imported workload came to.</summary>
/// <param name="Client">Client settings of the driver file in librdkafka's words, for a job's baseline.</param>
/// <param name="NotCarried">A line for everything that has no place here, or another meaning.</param>
public sealed record ImportedWorkload(Profile Profile, ImmutableSortedDictionary<string, string> Client, ImmutableArray<string> NotCarried);
