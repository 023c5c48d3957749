using System.Globalization;

namespace TuneSearch.Grains.Trials;

/// <summary>Keys of trial grains.</summary>
internal static class TrialKey
{
    public static string Of(string job, int number) => string.Create(CultureInfo.InvariantCulture, $"{job}/{number}");
}
