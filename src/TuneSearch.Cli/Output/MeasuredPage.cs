using TuneSearch.Cli.Runs;
using TuneSearch.Core.Measurements;

namespace TuneSearch.Cli.Output;

/// <summary>One measured configuration for people: throughput and latency percentiles of the whole and of each profile, then what else was measured.</summary>
internal static class MeasuredPage
{
    private const string Whole = "all";

    private static readonly (string Heading, string Metric)[] Rates =
    [
        ("msg/s", MetricNames.Throughput), ("bytes/s", MetricNames.ThroughputBytes), ("consumed/s", MetricNames.ConsumeThroughput),
        ("lost", MetricNames.MessagesLost), ("duplicated", MetricNames.MessagesDuplicated), ("out of order", MetricNames.MessagesOutOfOrder), ("errors", MetricNames.SendErrors),
    ];

    private static readonly string[] Percentiles = ["p50", "p95", "p99", "p999", "max"];

    public static void Write(TextWriter writer, int width, MeasuredRun run)
    {
        writer.WriteLine($"{run.Job}: {run.Outcome}{(run.Reason is { } reason ? $": {reason}" : $" over {run.Episodes} {(run.Episodes == 1 ? "episode" : "episodes")}")}");
        var parts = run.Profiles.Select(pair => (Name: pair.Key, Metrics: pair.Value)).Prepend((Name: Whole, run.Metrics)).Where(part => part.Metrics.Count > 0).ToArray();
        if (parts.Length == 0)
        {
            return;
        }

        var rates = Rates.Where(rate => parts.Any(part => part.Metrics.ContainsKey(rate.Metric))).ToArray();
        if (rates.Length > 0)
        {
            writer.WriteLine();
            Tables.Write(writer, width, ["", .. rates.Select(rate => rate.Heading)], parts.Select(part => Row(part.Name, rates.Select(rate => part.Metrics.TryGetValue(rate.Metric, out var value) ? Figures.Number(value) : "-"))), 1, 2, 3, 4, 5, 6, 7);
        }

        Latencies(writer, width, "publish latency", "publish_latency_", parts);
        Latencies(writer, width, "end-to-end latency", "end_to_end_latency_", parts);
        Others(writer, width, run);
    }

    private static void Latencies(TextWriter writer, int width, string title, string prefix, (string Name, System.Collections.Immutable.ImmutableSortedDictionary<string, double> Metrics)[] parts)
    {
        var measured = parts.Where(part => Percentiles.Any(p => part.Metrics.ContainsKey(prefix + p))).ToArray();
        if (measured.Length > 0)
        {
            writer.WriteLine();
            Tables.Write(writer, width, [title, .. Percentiles.Select(p => p == "p999" ? "p99.9" : p)], measured.Select(part => Row(part.Name, Percentiles.Select(p => part.Metrics.TryGetValue(prefix + p, out var value) ? Figures.Latency(value) : "-"))), 1, 2, 3, 4, 5);
        }
    }

    // Metrics of the user's own evaluator have no place in the tables above.
    private static void Others(TextWriter writer, int width, MeasuredRun run)
    {
        var others = run.Metrics.Where(metric => Rates.All(rate => rate.Metric != metric.Key) && !metric.Key.Contains("_latency_", StringComparison.Ordinal)).ToArray();
        if (others.Length > 0)
        {
            writer.WriteLine();
            Tables.Write(writer, width, ["metric", "value"], others.Select(metric => Row(metric.Key, [Figures.Number(metric.Value)])), 1);
        }
    }

    private static string[] Row(string name, IEnumerable<string> cells) => [name, .. cells];
}
