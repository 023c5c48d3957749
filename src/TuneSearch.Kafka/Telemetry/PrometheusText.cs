using System.Globalization;
using System.Text.RegularExpressions;

namespace TuneSearch.Kafka.Telemetry;

/// <summary>Reads the Prometheus text exposition format (version 0.0.4). Pure.</summary>
internal static partial class PrometheusText
{
    /// <summary>The value of each chosen series, as it was chosen: a bare name sums over all its label sets, a name with labels takes those that have them.</summary>
    public static IEnumerable<KeyValuePair<string, double>> Select(string text, IReadOnlyCollection<string> chosen)
    {
        var samples = text.Split('\n').Select(l => Sample().Match(l)).Where(m => m.Success).ToList();
        foreach (var series in chosen)
        {
            var wanted = Sample().Match(series + " 0");
            var labels = Labels(wanted.Groups["labels"].Value);
            var values = samples
                .Where(s => s.Groups["name"].Value == wanted.Groups["name"].Value && labels.IsSubsetOf(Labels(s.Groups["labels"].Value)))
                .Select(s => Value(s.Groups["value"].Value))
                .Where(double.IsFinite)
                .ToList();
            if (values.Count > 0)
            {
                yield return KeyValuePair.Create(series, values.Sum());
            }
        }
    }

    private static HashSet<string> Labels(string text) => [.. Label().Matches(text).Select(m => m.Value)];

    private static double Value(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : double.NaN;

    [GeneratedRegex(@"^(?<name>[a-zA-Z_:][\w:]*)(?:\{(?<labels>[^}]*)\})?\s+(?<value>\S+)(?:\s+\d+)?\s*$")]
    private static partial Regex Sample();

    [GeneratedRegex(@"\w+=""(?:[^""\\]|\\.)*""")]
    private static partial Regex Label();
}
