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
        ["trial", "purpose", "outcome", "objective", "move", "temperature", "seconds", "configuration"],
        trials.Select(row => (IReadOnlyList<string>)
        [
            Figures.Number(row.Trial),
            row.Purpose.ToString().ToLowerInvariant(),
            row.WithinLimits ? row.Outcome : row.Outcome + ", over a limit",
            Figures.Number(row.Objective),
            row.Move,
            row.Temperature > 0 ? Figures.Number(row.Temperature) : "-",
            Figures.Number(row.Seconds),
            row.Reason is { } reason ? $"{row.Configuration} ({reason})" : row.Configuration.ToString(),
        ]),
        0, 3, 5, 6);

    public static string Json(object value) => JsonSerializer.Serialize(value, Indented);
}
