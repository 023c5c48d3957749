using System.Text.Json;
using TuneSearch.Daemon.Api;
using TuneSearch.Daemon.Api.Contracts;

namespace TuneSearch.Cli.Output;

/// <summary>A job's trials as a table for people; JSON and CSV come from the daemon as they are.</summary>
internal static class TrialWriter
{
    private static readonly JsonSerializerOptions Indented = new(ApiJson.Options) { WriteIndented = true };

    public static void Table(TextWriter writer, int width, IReadOnlyList<TrialRow> trials) => Tables.Write(
        writer,
        width,
        ["trial", "purpose", "outcome", "objective", "move", "temperature", "restarts", "seconds", "configuration"],
        trials.Select(row => (IReadOnlyList<string>)
        [
            Figures.Number(row.Trial),
            row.Purpose.ToString().ToLowerInvariant(),
            row.WithinLimits ? row.Outcome : row.Outcome + ", over a limit",
            Figures.Number(row.Objective),
            row.Move,
            row.Temperature > 0 ? Figures.Number(row.Temperature) : "-",
            Figures.Number(row.Restarts),
            Figures.Number(row.Seconds),
            row.Reason is { } reason ? $"{row.Configuration} ({reason})" : row.Configuration.ToString(),
        ]),
        0, 3, 5, 6, 7);

    /// <summary>What was seen of brokers and clients in each trial, a line for each.</summary>
    public static void Telemetry(TextWriter writer, int width, IReadOnlyList<TrialRow> trials) => Tables.Write(
        writer,
        width,
        ["trial", "objective", "restarts", "seen", "value"],
        trials.SelectMany(row => row.Telemetry.Select((seen, at) => (IReadOnlyList<string>)
        [
            at == 0 ? Figures.Number(row.Trial) : string.Empty,
            at == 0 ? Figures.Number(row.Objective) : string.Empty,
            at == 0 ? Figures.Number(row.Restarts) : string.Empty,
            seen.Key,
            Figures.Number(seen.Value),
        ])),
        0, 1, 2, 4);

    public static string Json(object value) => JsonSerializer.Serialize(value, Indented);
}
