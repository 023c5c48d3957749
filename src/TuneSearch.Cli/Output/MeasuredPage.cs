using System.Globalization;
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
        ("delivered", MetricNames.MessagesDelivered), ("lost", MetricNames.MessagesLost), ("duplicated", MetricNames.MessagesDuplicated), ("out of order", MetricNames.MessagesOutOfOrder),
        ("errors", MetricNames.SendErrors), ("held back", MetricNames.MessagesHeldBack),
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
            Tables.Write(writer, width, ["", .. rates.Select(rate => rate.Heading)], parts.Select(part => Row(part.Name, rates.Select(rate => part.Metrics.TryGetValue(rate.Metric, out var value) ? Figures.Number(value) : "-"))), [.. Enumerable.Range(1, rates.Length)]);
        }

        Latencies(writer, width, "publish latency", "publish_latency_", parts);
        Latencies(writer, width, "end-to-end latency", "end_to_end_latency_", parts);
        Promised(writer, width, run);
        Others(writer, width, run);
        Measuring(writer, run);
    }

    private static void Promised(TextWriter writer, int width, MeasuredRun run)
    {
        if (!run.Promises.IsEmpty)
        {
            writer.WriteLine();
            Tables.Write(writer, width, ["promised to", "", "owed", "measured", ""], run.Promises.SelectMany(pair => pair.Value.Select(promise =>
                Row(pair.Key, [promise.Metric, Value(promise, promise.Owed), Value(promise, promise.Measured), promise.IsKept ? "kept" : "BROKEN"]))), 2, 3);
        }
    }

    private static string Value(Promise promise, double value) =>
        promise.Metric.Contains("_latency_", StringComparison.Ordinal) ? Figures.Latency(value) : $"{Figures.Number(value)}/s";

    /// <summary>How the figures came about: what ran, and what speaks for or against believing them. Only clusters of real messages tell the latter.</summary>
    private static void Measuring(TextWriter writer, MeasuredRun run)
    {
        writer.WriteLine();
        foreach (var mixture in run.Mixtures)
        {
            writer.WriteLine($"seed {mixture.Seed}: {string.Join(", ", mixture.Weights.Select(pair => $"{pair.Key} {pair.Value.ToString("0.###", CultureInfo.InvariantCulture)}"))}");
        }

        if (run.Telemetry.TryGetValue(ClientTelemetryNames.GeneratorLag, out var lag))
        {
            double Of(string name) => run.Telemetry.GetValueOrDefault(name);
            var steady = Of(ClientTelemetryNames.Steady) switch { 1 => "until steady", 0 => "to its maximum, not steady", _ => "not always steady" };
            writer.WriteLine($"warm-up {Figures.Latency(Of(ClientTelemetryNames.WarmUp))} {steady}, drain {Figures.Latency(Of(ClientTelemetryNames.Drain))}");
            writer.WriteLine($"generator {Figures.Latency(lag)} late at the 99th percentile, its busiest thread {Share(Of(ClientTelemetryNames.GeneratorThread))} of a processor");
            writer.WriteLine($"machine {Share(Of(ClientTelemetryNames.MachineBusy))} busy, {Share(Of(ClientTelemetryNames.MachineStolen))} stolen by the hypervisor, {Share(Of(ClientTelemetryNames.MachineTaken))} by other processes; clocks apart by {Figures.Latency(Math.Abs(Of(ClientTelemetryNames.ClockJump)))}");
        }
    }

    private static string Share(double ratio) => (100 * ratio).ToString("0.#", CultureInfo.InvariantCulture) + " %";

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
