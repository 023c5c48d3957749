namespace TuneSearch.Core.Statistics;

/// <summary>What a number of pairs can show.</summary>
/// <remarks>Effect = (t(1-alpha) + t(power)) · sd / √n, the usual sample size formula with t in place of the normal (Cohen, «Statistical Power Analysis», 1988).</remarks>
public static class DetectableEffect
{
    /// <summary>More pairs than any budget here has.</summary>
    private const int MostPairs = 100_000;

    /// <summary>The smallest true difference that <paramref name="pairs"/> pairs show at one-sided <paramref name="alpha"/> with the given power.</summary>
    /// <param name="deviation">Standard deviation of one paired difference.</param>
    public static double Of(int pairs, double deviation, double alpha, double power, IDistributions distributions) => pairs < 2
        ? double.PositiveInfinity
        : Of(pairs, deviation, alpha, power, pairs - 1, distributions);

    /// <param name="freedom">Degrees of freedom of the deviation, where it is known from more than the pairs themselves.</param>
    public static double Of(int pairs, double deviation, double alpha, double power, double freedom, IDistributions distributions) =>
        (distributions.StudentQuantile(1 - alpha, freedom) + distributions.StudentQuantile(power, freedom)) * deviation / Math.Sqrt(pairs);

    /// <summary>The fewest pairs, at least 2, that show a true difference of <paramref name="effect"/>.</summary>
    public static int PairsFor(double effect, double deviation, double alpha, double power, IDistributions distributions)
    {
        if (effect <= 0)
        {
            return MostPairs;
        }

        int low = 2, high = 2;
        while (high < MostPairs && Of(high, deviation, alpha, power, distributions) > effect)
        {
            low = high;
            high *= 2;
        }

        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Of(middle, deviation, alpha, power, distributions) > effect)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return Math.Min(high, MostPairs);
    }
}
