using TuneSearch.Core.Jobs.Comparisons;
using TuneSearch.Core.Statistics;

namespace TuneSearch.Core.Jobs.Guards;

/// <summary>How far a guarded metric has visibly fallen below its margin: for choosing candidates, not for claims.</summary>
internal static class GuardLoss
{
    /// <summary>The loss beyond the margin and one standard error, by the calibration's noise: a few pairs know their own too badly.</summary>
    public static double Beyond(PairedResult result, double maxRegression, NoiseFloor floor) => result.Mean.Count == 0
        ? 0
        : Math.Max(0, Margin(result, maxRegression) - result.Mean.Mean - (floor.PairDeviation / Math.Sqrt(result.Mean.Count)));

    /// <summary>So many standard errors where a test is looked at after each pair and for every metric: one would refuse nearly every group for noise.</summary>
    public const double WhereLookedAtOften = 2;

    /// <summary>And so many once, before a group goes for good: what goes and hurts is found by the gate, when nothing is left to try anything else.</summary>
    public const double BeforeItGoes = 1.25;

    /// <summary>The same for two changes one after the other, baseline to candidate to reduction.</summary>
    /// <param name="standardErrors">How many beyond the margin count as seen.</param>
    public static double Beyond(PairedResult first, PairedResult second, double maxRegression, NoiseFloor floor, double standardErrors)
    {
        var error = standardErrors * floor.PairDeviation * Math.Sqrt((1.0 / first.Mean.Count) + (1.0 / second.Mean.Count));
        return Math.Max(0, Margin(first, maxRegression) - first.Mean.Mean - second.Mean.Mean - error);
    }

    private static double Margin(PairedResult result, double maxRegression) => result.Scale.FromRelative(-maxRegression);
}
