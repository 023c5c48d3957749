using System.Collections.Immutable;
using System.Globalization;
using System.Text;

using TuneSearch.Daemon.Api.Contracts;

namespace TuneSearch.Daemon.Jobs;

/// <summary>Trials as comma-separated values (RFC 4180, line feeds): fixed columns, then one for each parameter, each metric and each thing seen of brokers and clients that occurs.</summary>
public static class TrialTable
{
    private static readonly string[] Fixed =
        ["trial", "purpose", "outcome", "objective", "within_limits", "walker", "move", "temperature", "attempt", "restarts", "seconds", "at_seconds", "reason"];

    public static string Csv(ImmutableArray<TrialRow> trials)
    {
        string[] parameters = [.. trials.SelectMany(row => row.Configuration.Values.Keys).Distinct().Order(StringComparer.Ordinal)];
        string[] metrics = [.. trials.SelectMany(row => row.Metrics.Keys).Distinct().Order(StringComparer.Ordinal)];
        string[] telemetry = [.. trials.SelectMany(row => row.Telemetry.Keys).Distinct().Order(StringComparer.Ordinal)];
        var text = new StringBuilder();
        Line(text, [.. Fixed, .. parameters.Select(name => "parameter:" + name), .. metrics.Select(name => "metric:" + name), .. telemetry.Select(name => "telemetry:" + name)]);
        foreach (var row in trials)
        {
            Line(text,
            [
                .. FixedCells(row),
                .. parameters.Select(name => row.Configuration.TryGet(name, out var value) ? value.ToString() : string.Empty),
                .. metrics.Select(name => row.Metrics.TryGetValue(name, out var value) ? Number(value) : string.Empty),
                .. telemetry.Select(name => row.Telemetry.TryGetValue(name, out var value) ? Number(value) : string.Empty),
            ]);
        }

        return text.ToString();
    }

    private static string[] FixedCells(TrialRow row) =>
    [
        row.Trial.ToString(CultureInfo.InvariantCulture),
        row.Purpose.ToString().ToLowerInvariant(),
        row.Outcome,
        row.Objective is { } objective ? Number(objective) : string.Empty,
        row.WithinLimits ? "true" : "false",
        row.Walker.ToString(CultureInfo.InvariantCulture),
        row.Move,
        Number(row.Temperature),
        row.Attempt.ToString(CultureInfo.InvariantCulture),
        row.Restarts.ToString(CultureInfo.InvariantCulture),
        Number(row.Seconds),
        Number(row.AtSeconds),
        row.Reason ?? string.Empty,
    ];

    private static void Line(StringBuilder text, string[] cells) => text.AppendJoin(',', cells.Select(Cell)).Append('\n');

    private static string Cell(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
