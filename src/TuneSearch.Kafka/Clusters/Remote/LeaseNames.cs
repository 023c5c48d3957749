using System.Collections.Immutable;
using System.Globalization;

namespace TuneSearch.Kafka.Clusters.Remote;

/// <summary>
/// How the topics and groups of leases on somebody else's cluster begin, in a file that is on disk before the first is made: what a
/// killed process left is found by it, and no lease meets another's.
/// </summary>
/// <param name="path">It exists as long as there may be something to remove.</param>
internal sealed class LeaseNames(string path)
{
    /// <summary>Of every lease that did not remove what it made.</summary>
    public ImmutableArray<string> Left => File.Exists(path) ? [.. File.ReadAllLines(path).Where(line => line.Length > 0)] : [];

    /// <summary>Milliseconds since 1970 tell leases apart: a cluster has one at a time.</summary>
    public static string At(DateTimeOffset now) => string.Create(CultureInfo.InvariantCulture, $"tunesearch-{now.ToUnixTimeMilliseconds():x}");

    public void Begin(string prefix)
    {
        if (!Left.Contains(prefix))
        {
            File.AppendAllLines(path, [prefix]);
        }
    }

    public void Clear() => File.Delete(path);

    /// <summary>Whether a topic or a group was made under one of these.</summary>
    public static bool IsOf(IEnumerable<string> prefixes, string name) => prefixes.Any(prefix => name.StartsWith(prefix + "-", StringComparison.Ordinal));
}
