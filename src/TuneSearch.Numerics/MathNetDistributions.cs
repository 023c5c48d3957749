using System.Collections.Concurrent;
using MathNet.Numerics.Distributions;
using TuneSearch.Core.Statistics;

namespace TuneSearch.Numerics;

/// <summary>The distributions by MathNet.Numerics. Quantiles are found by a root search, so those asked for are kept.</summary>
public sealed class MathNetDistributions : IDistributions
{
    private readonly ConcurrentDictionary<(double Probability, double Degrees), double> _quantiles = new();

    public double StudentQuantile(double probability, double degreesOfFreedom) =>
        _quantiles.GetOrAdd((probability, degreesOfFreedom), key => Quantile(key.Probability, key.Degrees));

    public double StudentCumulative(double t, double degreesOfFreedom) => StudentT.CDF(0, 1, degreesOfFreedom, t);

    /// <summary>With one or two degrees of freedom the tails reach beyond the library's root search, and there are closed forms
    /// (Johnson, Kotz and Balakrishnan, «Continuous Univariate Distributions 2», 1995, chapter 28).</summary>
    private static double Quantile(double probability, double degrees) => degrees switch
    {
        1 => Cauchy.InvCDF(0, 1, probability),
        2 => ((2 * probability) - 1) / Math.Sqrt(2 * probability * (1 - probability)),
        _ => StudentT.InvCDF(0, 1, degrees, probability),
    };
}
