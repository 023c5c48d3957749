using TuneSearch.Core.Statistics;

namespace TuneSearch.Core.Jobs.Elimination;

/// <summary>How much of the gain the minimal diff may give up, and how its budget is used.</summary>
/// <param name="Margin">Largest tolerated loss against the full configuration, as a difference of the objective (log scale where it has one).</param>
/// <param name="PairsPerTest">Pairs after which a test ends at the latest.</param>
/// <param name="ScreeningRows">Pairs of runs that rank the lines beforehand; 0 where ranking would cost more than it saves.</param>
internal sealed record EliminationPlan(double Margin, int PairsPerTest, int ScreeningRows)
{
    /// <summary>One-sided, of each test.</summary>
    public const double Alpha = 0.05;

    /// <summary>That a group goes which brings nothing. High, because a group that wrongly stays costs many tests of its parts.</summary>
    private const double Power = 0.98;

    private const double SmallestShare = 0.1;
    private const double LargestShare = 0.25;
    private const double ScreeningShare = 0.5;
    private const int FewLines = 3;
    private const int LeastRows = 6;

    /// <summary>A sparse fit finds the few lines that matter from about so many rows a line; with fewer the search's own trials rank as well.</summary>
    private const double SparseShare = 0.45;
    private const int LeastPairs = 3;

    /// <summary>A budget is laid out for so many tests that run to their end; rejections end much earlier.</summary>
    private const int FullTests = 2;

    /// <param name="gain">The candidate's gain over the baseline as far as it is known, as a difference.</param>
    /// <param name="pairDeviation">Standard deviation of one paired difference.</param>
    /// <returns>Null where the budget allows no test.</returns>
    public static EliminationPlan? For(int lines, int measurements, double gain, double pairDeviation, ulong seed, IDistributions distributions)
    {
        if (lines < 2 || measurements < 2 * LeastPairs || gain <= 0)
        {
            return null;
        }

        var full = new ScreeningDesign(lines, int.MaxValue, seed).FullRows;
        var rows = lines <= FewLines ? 0 : Math.Min(full, (int)(measurements * ScreeningShare / 2));
        rows = rows < Math.Max(LeastRows, lines * SparseShare) ? 0 : rows;
        var affordable = Math.Max(LeastPairs, (measurements - (2 * rows)) / 2 / FullTests);
        var shown = DetectableEffect.Of(affordable, pairDeviation, Alpha * SequentialLooks.LastShare, Power, distributions);
        var margin = Math.Clamp(shown, SmallestShare * gain, LargestShare * gain);
        var needed = DetectableEffect.PairsFor(margin, pairDeviation, Alpha * SequentialLooks.LastShare, Power, distributions);
        return new EliminationPlan(margin, Math.Clamp(needed, LeastPairs, affordable), rows);
    }
}
