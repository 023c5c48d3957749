namespace TuneSearch.Core.Statistics;

/// <summary>The mean of paired differences with linear drift taken out.</summary>
/// <remarks>
/// Ordinary least squares of the difference on the number of steps between the two trials: the intercept is the difference without drift, the slope is the
/// drift a step. In a balanced order (ABBA, BAAB) the intercept is the plain mean and the slope only takes drift out of the residuals.
/// The slope costs a degree of freedom, so below <see cref="LeastForDrift"/> differences the plain mean is taken: a rule of the number alone, never of the data.
/// From <see cref="LeastForSkewness"/> differences on their skewness goes with the mean (see <see cref="MeanEstimate"/>): below, it is too uncertain to be worth its price, again by the number alone.
/// Sources: Cox, «Some systematic experimental designs», Biometrika 1951 (trend-free orders); Box, Hunter and Hunter, «Statistics for Experimenters», 2005, chapter 3 (pairing).
/// </remarks>
public static class PairedMean
{
    public const int LeastForDrift = 8;

    /// <summary>With fewer, skewness that is not there would widen bounds by more than what is there is worth.</summary>
    public const int LeastForSkewness = 10;

    /// <summary>Differences of logarithms, or of parts of a size, that vary by a millionth of a millionth vary by rounding.</summary>
    private const double Rounding = 1e-24;

    public static MeanEstimate Of(IReadOnlyCollection<PairedDifference> differences)
    {
        var n = differences.Count;
        if (n == 0)
        {
            return new MeanEstimate(0, double.PositiveInfinity, 0, 0);
        }

        var mean = differences.Average(d => d.Value);
        var meanSteps = differences.Average(d => d.Steps);
        var spread = differences.Sum(d => (d.Steps - meanSteps) * (d.Steps - meanSteps));
        if (n < LeastForDrift || spread <= 1e-9 * n)
        {
            var plain = differences.Sum(d => Square(d.Value - mean));
            return new MeanEstimate(mean, n < 2 ? double.PositiveInfinity : Math.Sqrt(plain / (n - 1) / n), n - 1, n)
            {
                Skewness = Skewness([.. differences.Select(d => d.Value - mean)]),
            };
        }

        var slope = differences.Sum(d => (d.Steps - meanSteps) * (d.Value - mean)) / spread;
        var intercept = mean - (slope * meanSteps);
        double[] residuals = [.. differences.Select(d => d.Value - intercept - (slope * d.Steps))];
        var error = Math.Sqrt(residuals.Sum(Square) / (n - 2) * ((1.0 / n) + (meanSteps * meanSteps / spread)));
        return new MeanEstimate(intercept, error, n - 2, n) { Skewness = Skewness(residuals) };
    }

    private static double Skewness(double[] residuals)
    {
        var variance = residuals.Average(Square);
        return residuals.Length < LeastForSkewness || variance <= Rounding ? 0 : residuals.Average(r => r * r * r) / (variance * Math.Sqrt(variance));
    }

    private static double Square(double value) => value * value;
}
