using System.Globalization;

namespace TuneSearch.Cli.Output;

/// <summary>Numbers as people read them: four significant digits, thousands grouped.</summary>
internal static class Figures
{
    public static string Number(double value)
    {
        if (!double.IsFinite(value))
        {
            return value.ToString(CultureInfo.InvariantCulture);
        }

        return Math.Abs(value) switch
        {
            >= 1e15 => value.ToString("0.###e+0", CultureInfo.InvariantCulture),
            >= 1000 => value.ToString("#,0", CultureInfo.InvariantCulture),
            0 => "0",
            < 0.0001 => value.ToString("0.###e+0", CultureInfo.InvariantCulture),
            _ => Math.Round(value, Math.Clamp(3 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 8)).ToString("0.########", CultureInfo.InvariantCulture),
        };
    }

    public static string Number(double? value) => value is { } number ? Number(number) : "-";

    /// <summary>A relative change with its sign: «+12.3 %».</summary>
    public static string Percent(double change) => (100 * change).ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture) + " %";

    public static string Time(double seconds)
    {
        var time = TimeSpan.FromSeconds(Math.Round(Math.Clamp(seconds, 0, 1e9)));
        return time switch
        {
            { TotalHours: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}h {time.Minutes:00}m"),
            { TotalMinutes: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{time.Minutes}m {time.Seconds:00}s"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{time.Seconds}s"),
        };
    }

    /// <summary>A latency in the unit that suits it: «340 us», «12.5 ms», «1.2 s».</summary>
    public static string Latency(double seconds) => seconds switch
    {
        < 0.001 => $"{Number(seconds * 1e6)} us",
        < 1 => $"{Number(seconds * 1e3)} ms",
        _ => $"{Number(seconds)} s",
    };
}
