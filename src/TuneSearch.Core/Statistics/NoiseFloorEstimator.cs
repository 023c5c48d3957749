namespace TuneSearch.Core.Statistics;

/// <summary>The noise floor of one metric from measurements of the baseline against itself (A/A).</summary>
/// <remarks>
/// The variance of one measurement is half the mean square of the paired differences, whose true mean is 0: as many degrees of freedom as pairs.
/// Drift is the slope of the pairs' means over the trials. A/A testing: Kohavi, Tang and Xu, «Trustworthy Online Controlled Experiments», 2020, chapter 19.
/// </remarks>
public static class NoiseFloorEstimator
{
    private const double DriftAlpha = 0.01;

    /// <param name="pairs">First and second measurement on the same episode, with the step at which each was made.</param>
    public static NoiseFloor Of(IReadOnlyList<(double First, double Second, double FirstStep, double SecondStep)> pairs, IDistributions distributions)
    {
        if (pairs.Count == 0)
        {
            return new NoiseFloor(0, 0, 0, false, 0);
        }

        var scale = ChangeScale.For([.. pairs.Select(p => p.First)], [.. pairs.Select(p => p.Second)], higherIsBetter: true);
        var deviation = Math.Sqrt(pairs.Average(p => Math.Pow(scale.Difference(p.First, p.Second), 2)) / 2);

        // Both measurements of a pair share their episode, so a pair is one point: two would pass an episode's level off as drift.
        var points = pairs.Select(p => (Step: (p.FirstStep + p.SecondStep) / 2, Value: (Level(scale, p.First) + Level(scale, p.Second)) / 2)).ToArray();
        var meanStep = points.Average(p => p.Step);
        var mean = points.Average(p => p.Value);
        var spread = points.Sum(p => Math.Pow(p.Step - meanStep, 2));
        var slope = spread > 0 ? points.Sum(p => (p.Step - meanStep) * (p.Value - mean)) / spread : 0;
        var residual = points.Sum(p => Math.Pow(p.Value - mean - (slope * (p.Step - meanStep)), 2));
        var free = points.Length - 2;
        var error = free > 0 && spread > 0 ? Math.Sqrt(residual / free / spread) : double.PositiveInfinity;
        var clear = free > 0 && slope != 0 && Math.Abs(slope) > distributions.StudentQuantile(1 - (DriftAlpha / 2), free) * error;
        return new NoiseFloor(deviation, Math.Sqrt(residual / Math.Max(1, free)), slope, clear, pairs.Count);
    }

    private static double Level(ChangeScale scale, double value) => scale.IsLog ? Math.Log(value) : value / scale.Reference;
}
