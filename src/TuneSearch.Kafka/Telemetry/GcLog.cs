using System.Globalization;
using System.Text.RegularExpressions;

namespace TuneSearch.Kafka.Telemetry;

/// <summary>Reads pauses from the JVM's unified GC log (JEP 158, JEP 271), as G1, Parallel and ZGC write them. Pure.</summary>
internal static partial class GcLog
{
    public static GcSummary Parse(string text)
    {
        var summary = default(GcSummary);
        foreach (Match pause in Pause().Matches(text))
        {
            var seconds = double.Parse(pause.Groups["ms"].Value, CultureInfo.InvariantCulture) / 1000;
            summary = summary.Add(new GcSummary(1, seconds, seconds, pause.Groups["kind"].Value == "Full" ? 1 : 0));
        }

        return summary;
    }

    /// <summary>The line that ends a pause carries its length; lines that begin one and the phases within it (tag «gc,phases») do not count, but for ZGC, whose pauses are phases.</summary>
    [GeneratedRegex(@"\[gc(?:,phases)?\s*\]\s+GC\(\d+\)\s+(?:[YO]:\s+)?Pause (?<kind>\w+)[^\n]*?\s(?<ms>\d+[.,]?\d*)ms\s*$", RegexOptions.Multiline)]
    private static partial Regex Pause();
}
