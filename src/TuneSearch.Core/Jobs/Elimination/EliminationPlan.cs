using TuneSearch.Core.Statistics;

namespace TuneSearch.Core.Jobs.Elimination;

/// <summary>How much of the gain the minimal diff may give up, and how its budget is used.</summary>
/// <param name="Margin">Largest tolerated loss against the full configuration, as a difference of the objective (log scale where it has one).</param>
/// <param name="PairsPerTest">Pairs after which a test ends at the latest.</param>
internal sealed record EliminationPlan(double Margin, int PairsPerTest)
{
    /// <summary>One-sided, of each test.</summary>
    public const double Alpha = 0.05;

    /// <summary>Looks before this many pairs would be at drift more than at noise.</summary>
    public const int LeastPairs = 2;

    /// <summary>That a group goes which brings nothing. High, because a group that wrongly stays costs many tests of its parts.</summary>
    private const double Power = 0.98;

    private const double SmallestShare = 0.1;
    private const double LargestShare = 0.25;

    /// <summary>A test may take this part of the budget; the rest is for finding out which lines to test.</summary>
    private const double TestShare = 1.0 / 3;

    /// <param name="gain">The candidate's gain over the baseline as far as it is known, as a difference.</param>
    /// <param name="noise">Variance of a single measurement.</param>
    /// <returns>Null where the budget allows no test.</returns>
    public static EliminationPlan? For(int lines, int measurements, double gain, PooledVariance noise, IDistributions distributions)
    {
        if (lines < 2 || measurements < 2 * LeastPairs || gain <= 0 || noise.Freedom < 1)
        {
            return null;
        }

        var affordable = Math.Max(LeastPairs, (int)(measurements * TestShare / 2));

        // The noise is an estimate too: taken too small it would ask for a margin that the test then misses.
        var deviation = Math.Sqrt(2 * noise.Variance) * (1 + (1 / Math.Sqrt(2 * noise.Freedom)));
        double Shown(int pairs) => DetectableEffect.Of(pairs, deviation, Alpha * SequentialLooks.LastShare, Power, noise.Freedom, distributions);
        var margin = Math.Clamp(Shown(affordable), SmallestShare * gain, LargestShare * gain);
        var pairs = LeastPairs;
        while (pairs < affordable && Shown(pairs) > margin)
        {
            pairs++;
        }

        return new EliminationPlan(margin, pairs);
    }
}
