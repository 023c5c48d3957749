using System.Collections.Immutable;
using TuneSearch.Core.Jobs.Trials;
using TuneSearch.Daemon.Api.Contracts;

namespace TuneSearch.Daemon.Jobs;

/// <summary>How far the baseline's own trials scatter, over their episodes as well; the noise floor of the calibration is that of one episode measured again.</summary>
internal static class BaselineNoise
{
    /// <summary>Standard deviation of the calibration trials' objectives over their mean; null before two were measured or where the mean is 0.</summary>
    public static double? Of(ImmutableArray<TrialRow> trials)
    {
        double[] values = [.. trials.Where(row => row.Purpose == TrialPurpose.Calibration).Select(row => row.Objective).OfType<double>()];
        if (values.Length < 2)
        {
            return null;
        }

        var mean = values.Average();
        var variance = values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1);
        return mean == 0 ? null : Math.Sqrt(variance) / Math.Abs(mean);
    }
}
