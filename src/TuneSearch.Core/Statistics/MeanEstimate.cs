namespace TuneSearch.Core.Statistics;

/// <summary>A mean that follows Student's t around the truth.</summary>
/// <param name="Count">Differences it is of; with fewer than two there is no standard error and every bound is infinite.</param>
public readonly record struct MeanEstimate(double Mean, double StandardError, double DegreesOfFreedom, int Count)
{
    /// <summary>The one-sided bound that lies below the truth with probability 1 - <paramref name="alpha"/>.</summary>
    public double Lower(double alpha, IDistributions distributions) => Mean - HalfWidth(alpha, distributions);

    /// <summary>The one-sided bound that lies above the truth with probability 1 - <paramref name="alpha"/>.</summary>
    public double Upper(double alpha, IDistributions distributions) => Mean + HalfWidth(alpha, distributions);

    private double HalfWidth(double alpha, IDistributions distributions) =>
        DegreesOfFreedom < 1 ? double.PositiveInfinity
        : StandardError <= 0 ? 0
        : StandardError * distributions.StudentQuantile(1 - alpha, DegreesOfFreedom);
}
