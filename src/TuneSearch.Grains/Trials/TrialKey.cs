using System.Globalization;

namespace TuneSearch.Grains.Trials;

/// <summary>Keys of trial grains.</summary>
internal static class TrialKey
{
    public static string Of(string job, int number) => string.Create(CultureInfo.InvariantCulture, $"{job}/{number}");

    public static int NumberOf(string key) => int.Parse(key.AsSpan(key.LastIndexOf('/') + 1), CultureInfo.InvariantCulture);
}
