using System.Collections.Immutable;
using System.Text.RegularExpressions;
using TuneSearch.Core.Validation;

namespace TuneSearch.Kafka.Clusters.Remote;

/// <summary>Puts environment variables into connection settings, so that secrets stay out of job files. Pure.</summary>
public static partial class ClientSecrets
{
    /// <summary>The variables that settings name, each with its setting.</summary>
    public static IEnumerable<(string Setting, string Variable)> References(IReadOnlyDictionary<string, string> settings) =>
        from setting in settings
        from Match reference in Reference().Matches(setting.Value)
        select (setting.Key, reference.Groups["name"].Value);

    internal static ImmutableSortedDictionary<string, string> Expand(IReadOnlyDictionary<string, string> settings, Func<string, string?> variable) =>
        settings.ToImmutableSortedDictionary(s => s.Key, s => Reference().Replace(s.Value, m => variable(m.Groups["name"].Value) ?? string.Empty), StringComparer.Ordinal);

    internal static IEnumerable<Problem> Check(IReadOnlyDictionary<string, string> settings, Func<string, string?> variable) =>
        from named in References(settings)
        where variable(named.Variable) is null
        select new Problem($"cluster.client.{named.Setting}", $"the environment variable {named.Variable} is not set", $"Set {named.Variable} where the daemon runs, or write the value itself.");

    [GeneratedRegex(@"\$\{(?<name>[A-Za-z_]\w*)\}")]
    private static partial Regex Reference();
}
