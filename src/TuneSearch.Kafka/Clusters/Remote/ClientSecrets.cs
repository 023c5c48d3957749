using System.Collections.Immutable;
using System.Text.RegularExpressions;
using TuneSearch.Core.Validation;

namespace TuneSearch.Kafka.Clusters.Remote;

/// <summary>Puts environment variables into connection settings, so that secrets stay out of job files. Pure.</summary>
internal static partial class ClientSecrets
{
    public static ImmutableSortedDictionary<string, string> Expand(IReadOnlyDictionary<string, string> settings, Func<string, string?> variable) =>
        settings.ToImmutableSortedDictionary(s => s.Key, s => Reference().Replace(s.Value, m => variable(m.Groups["name"].Value) ?? string.Empty), StringComparer.Ordinal);

    public static IEnumerable<Problem> Check(IReadOnlyDictionary<string, string> settings, Func<string, string?> variable) =>
        from setting in settings
        from Match reference in Reference().Matches(setting.Value)
        let name = reference.Groups["name"].Value
        where variable(name) is null
        select new Problem($"cluster.client.{setting.Key}", $"the environment variable {name} is not set", $"Set {name} where the daemon runs, or write the value itself.");

    [GeneratedRegex(@"\$\{(?<name>[A-Za-z_]\w*)\}")]
    private static partial Regex Reference();
}
