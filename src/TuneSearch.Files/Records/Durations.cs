using System.Globalization;

namespace TuneSearch.Files.Records;

/// <summary>Times as files write them.</summary>
internal static class Durations
{
    public static string Text(TimeSpan time) => time switch
    {
        { TotalSeconds: 0 } => "0s",
        { TotalHours: >= 1 } when time.TotalHours == Math.Floor(time.TotalHours) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalHours}h"),
        { TotalMinutes: >= 1 } when time.TotalMinutes == Math.Floor(time.TotalMinutes) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes}m"),
        { TotalSeconds: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds}s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds}ms"),
    };
}
