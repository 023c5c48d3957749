using TuneSearch.Core.Statistics;

namespace TuneSearch.Core.Jobs.Elimination;

/// <summary>Whether a configuration with some lines taken back is as good as the full one, up to a margin (non-inferiority).</summary>
/// <remarks>
/// Always against the full configuration, never against the last reduced one, so that small losses cannot add up beyond the margin.
/// Non-inferiority: Wellek, «Testing Statistical Hypotheses of Equivalence and Noninferiority», 2010.
/// </remarks>
internal sealed class EliminationDecider(double margin, SequentialLooks looks, IDistributions distributions)
{
    /// <summary>True: the lines may go; false: they stay; null: more pairs.</summary>
    /// <param name="change">Mean of reduced against full; negative is a loss.</param>
    /// <param name="noise">Variance of a single measurement.</param>
    public bool? Decide(int pairs, double change, PooledVariance noise)
    {
        var error = Math.Sqrt(2 * noise.Variance / pairs);
        var alpha = EliminationPlan.Alpha * looks.ShareAt(pairs);
        if (alpha > 0 && change - (error * distributions.StudentQuantile(1 - alpha, noise.Freedom)) > -margin)
        {
            return true;
        }

        // A standard error beyond the margin: more pairs would hardly bring it back.
        return pairs >= looks.Largest || change + error < -margin ? false : null;
    }
}
