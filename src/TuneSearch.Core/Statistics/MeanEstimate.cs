namespace TuneSearch.Core.Statistics;

/// <summary>A mean whose bounds follow from Student's t, on the side of a tail from Student's t after Hall's transformation.</summary>
/// <remarks>
/// What a challenger brings differs from mixture to mixture, and mostly to one side: a few mixtures meet a bottleneck that the others do not. Student's t then claims too often on
/// one side. Hall's cubic transformation takes the skewness out (Hall, «On the removal of skewness by transformation», Journal of the Royal Statistical Society B 1992, after
/// Johnson, «Modified t tests and confidence intervals for asymmetrical populations», JASA 1978); here with t's quantile in place of the normal's. It only ever moves a bound away
/// from the mean: the side without a tail keeps Student's bound, for a few differences that missed the tail would else be believed to have one on the other side.
/// </remarks>
/// <param name="Count">Differences it is of; with fewer than two there is no standard error and every bound is infinite.</param>
public readonly record struct MeanEstimate(double Mean, double StandardError, double DegreesOfFreedom, int Count)
{
    /// <summary>With less, the transformation is the identity to the last digits that are printed.</summary>
    private const double Straight = 1e-6;

    /// <summary>Third central moment of the differences over the cube of their deviation; 0 where it was not taken.</summary>
    public double Skewness { get; init; }

    /// <summary>The one-sided bound that lies below the truth with probability 1 - <paramref name="alpha"/>.</summary>
    public double Lower(double alpha, IDistributions distributions) => Mean - Distance(alpha, 1, distributions);

    /// <summary>The one-sided bound that lies above the truth with probability 1 - <paramref name="alpha"/>.</summary>
    public double Upper(double alpha, IDistributions distributions) => Mean - Distance(alpha, -1, distributions);

    private double Distance(double alpha, int side, IDistributions distributions)
    {
        if (DegreesOfFreedom < 1)
        {
            return side * double.PositiveInfinity;
        }

        if (StandardError <= 0)
        {
            return 0;
        }

        var root = Math.Sqrt(Count);
        var student = side * distributions.StudentQuantile(1 - alpha, DegreesOfFreedom) / root;
        return StandardError * root * side * Math.Max(side * student, side * Untransformed(student));
    }

    private double Untransformed(double value) => Math.Abs(Skewness) < Straight
        ? value
        : 3 / Skewness * (Math.Cbrt(1 + (Skewness * (value - (Skewness / (6 * Count))))) - 1);
}
