using TuneSearch.Core.Jobs.Calibrations;
using TuneSearch.Core.Jobs.Comparisons;
using TuneSearch.Core.Statistics;

namespace TuneSearch.Core.Jobs.Elimination;

/// <summary>Variance of a single measurement of the objective from all that was measured to compare: the calibration, the finalists, the tests so far.</summary>
internal static class EliminationNoise
{
    public static PooledVariance Of(Calibration calibration, Comparison finalists, ObjectiveLevel level)
    {
        var arms = finalists.Arms.Count;
        var table = new List<IReadOnlyList<double>>();
        foreach (var block in finalists.Blocks)
        {
            double[] row = [.. Enumerable.Range(0, arms).Where(block.Has).Select(arm => level.Of(block[arm]!, finalists.Arms[arm])).OfType<double>()];
            if (row.Length == arms)
            {
                table.Add(row);
            }
        }

        var known = calibration.Objective;
        return new PooledVariance(known.Deviation * known.Deviation, known.Pairs).WithResidual(table);
    }

    /// <summary>With what the pairs of a comparison vary around their mean.</summary>
    public static PooledVariance With(this PooledVariance noise, MeanEstimate difference) => difference.DegreesOfFreedom < 1
        ? noise
        : noise.With(difference.StandardError * difference.StandardError * difference.Count / 2 * difference.DegreesOfFreedom, difference.DegreesOfFreedom);
}
