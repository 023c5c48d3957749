using TuneSearch.Core.Statistics;

namespace TuneSearch.Benchmarks.Statistics;

/// <summary>Computes each quantile once: benchmarks ask for the same few hundreds of thousands of times, which else is most of what they take. For one thread.</summary>
internal sealed class KnownQuantiles(IDistributions distributions) : IDistributions
{
    private readonly Dictionary<(double Probability, double Freedom), double> _known = [];

    public double StudentQuantile(double probability, double degreesOfFreedom)
    {
        var key = (probability, degreesOfFreedom);
        return _known.TryGetValue(key, out var known) ? known : _known[key] = distributions.StudentQuantile(probability, degreesOfFreedom);
    }

    public double StudentCumulative(double t, double degreesOfFreedom) => distributions.StudentCumulative(t, degreesOfFreedom);
}
