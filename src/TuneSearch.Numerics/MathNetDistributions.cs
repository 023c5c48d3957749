using System.Collections.Concurrent;
using MathNet.Numerics.Distributions;
using TuneSearch.Core.Statistics;

namespace TuneSearch.Numerics;

/// <summary>The distributions by MathNet.Numerics. Quantiles are found by a root search, so those asked for are kept.</summary>
public sealed class MathNetDistributions : IDistributions
{
    private readonly ConcurrentDictionary<(double Probability, double Degrees), double> _quantiles = new();

    public double StudentQuantile(double probability, double degreesOfFreedom) =>
        _quantiles.GetOrAdd((probability, degreesOfFreedom), key => StudentT.InvCDF(0, 1, key.Degrees, key.Probability));

    public double StudentCumulative(double t, double degreesOfFreedom) => StudentT.CDF(0, 1, degreesOfFreedom, t);
}
