using System.Collections.Immutable;

namespace TuneSearch.Kafka.Load;

/// <summary>A configuration as clients understand it: librdkafka's names and written values.</summary>
/// <param name="Producer">For every producer of the load.</param>
/// <param name="Consumer">For every consumer of the load.</param>
/// <param name="Partitions">Of each topic; null leaves each profile its own.</param>
public sealed record ClientSettings(
    ImmutableSortedDictionary<string, string> Producer, ImmutableSortedDictionary<string, string> Consumer, int? Partitions = null)
{
    public static readonly ClientSettings Defaults = new(
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal),
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));
}
