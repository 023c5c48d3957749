namespace TuneSearch.Core.Statistics;

/// <summary>The scale on which two values of one quantity are compared, and the way back to a relative improvement.</summary>
/// <remarks>
/// Log ratios where all values are positive: noise of machines is multiplicative, and a ratio needs no unit. Else the difference over the incumbent's mean
/// size; where that is 0 (no message lost), the plain difference.
/// </remarks>
/// <param name="IsLog">Whether differences are of logarithms.</param>
/// <param name="Reference">What plain differences are divided by; positive.</param>
/// <param name="HigherIsBetter">The direction that counts as positive.</param>
public sealed record ChangeScale(bool IsLog, double Reference, bool HigherIsBetter)
{
    private const double Rounding = 1e-9;

    public static ChangeScale For(IReadOnlyCollection<double> incumbent, IReadOnlyCollection<double> challenger, bool higherIsBetter)
    {
        if (incumbent.All(v => v > 0) && challenger.All(v => v > 0))
        {
            return new ChangeScale(true, 1, higherIsBetter);
        }

        var size = incumbent.Count == 0 ? 0 : Math.Abs(incumbent.Average());
        return new ChangeScale(false, size > 0 ? size : 1, higherIsBetter);
    }

    /// <summary>How much better the challenger is; positive is better.</summary>
    public double Difference(double incumbent, double challenger)
    {
        var change = IsLog ? Math.Log(challenger / incumbent) : (challenger - incumbent) / Reference;
        return HigherIsBetter ? change : -change;
    }

    /// <summary>A difference as a relative improvement of the quantity: 0.1 is 10 % more of what is wanted or 10 % less of what is not.</summary>
    public double ToRelative(double difference) => !IsLog ? difference : HigherIsBetter ? Math.Exp(difference) - 1 : 1 - Math.Exp(-difference);

    /// <summary>The difference that stands for a relative improvement (negative for a loss) of at most 100 %.</summary>
    public double FromRelative(double relative) => !IsLog ? relative : HigherIsBetter ? Math.Log(1 + relative) : -Math.Log(1 - relative);

    /// <summary>The mean with its two-sided interval, as a relative improvement. Where nothing varies the interval still has the width of rounding.</summary>
    public Estimate ToEstimate(MeanEstimate mean, double confidence, IDistributions distributions)
    {
        var alpha = (1 - confidence) / 2;
        return mean.DegreesOfFreedom < 1
            ? new Estimate(ToRelative(mean.Mean))
            : new Estimate(ToRelative(mean.Mean), ToRelative(mean.Lower(alpha, distributions)) - Rounding, ToRelative(mean.Upper(alpha, distributions)) + Rounding);
    }
}
