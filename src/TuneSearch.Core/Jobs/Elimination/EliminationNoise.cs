using TuneSearch.Core.Jobs.Calibrations;
using TuneSearch.Core.Jobs.Comparisons;
using TuneSearch.Core.Statistics;

namespace TuneSearch.Core.Jobs.Elimination;

/// <summary>Variance of a single measurement of the objective from all that was measured to compare: the calibration, the finalists, the tests so far.</summary>
internal static class EliminationNoise
{
    /// <summary>Noise that depends on configuration and episode together does not show in the baseline against itself. Where finalists vary by three times the deviation
    /// around the sum of both (one time in seventy by chance) they alone are believed.</summary>
    private const double HiddenFrom = 9;
    private const int LeastFreedom = 2;

    public static (PooledVariance Noise, bool WasHidden) Of(Calibration calibration, Comparison finalists, ObjectiveLevel level)
    {
        var known = new PooledVariance(calibration.Objective.Deviation * calibration.Objective.Deviation, calibration.Objective.Pairs);
        var residual = new PooledVariance(0, 0).WithResidual(Table(finalists, level));
        var isHidden = residual.Freedom >= LeastFreedom && residual.Variance > HiddenFrom * known.Variance;
        return (isHidden ? residual : known.With(residual.Variance * residual.Freedom, residual.Freedom), isHidden);
    }

    /// <summary>With what the pairs of a comparison vary around their mean.</summary>
    public static PooledVariance With(this PooledVariance noise, MeanEstimate difference) => difference.DegreesOfFreedom < 1
        ? noise
        : noise.With(difference.StandardError * difference.StandardError * difference.Count / 2 * difference.DegreesOfFreedom, difference.DegreesOfFreedom);

    private static List<IReadOnlyList<double>> Table(Comparison finalists, ObjectiveLevel level)
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

        return table;
    }
}
