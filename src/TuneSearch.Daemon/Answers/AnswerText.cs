using System.Globalization;

using TuneSearch.Core.Statistics;

namespace TuneSearch.Daemon.Answers;

/// <summary>Numbers of an answer as people read them.</summary>
internal static class AnswerText
{
    /// <summary>«+12.3 % (95 %: +8.1 % to +16.4 %)», without the interval where there is none.</summary>
    public static string Percent(Estimate estimate) =>
        estimate is { Low: { } low, High: { } high }
            ? $"{Signed(estimate.Value)} (95 %: {Signed(low)} to {Signed(high)})"
            : Signed(estimate.Value);

    /// <summary>«2 %».</summary>
    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.##} %");

    private static string Signed(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:+0.0;-0.0;0.0} %");
}
