using TuneSearch.Core.Randomness;

namespace TuneSearch.Core.Workloads;

/// <summary>Shares that sum to 1, drawn from the symmetric Dirichlet distribution as normalised gamma variates.</summary>
internal static class Dirichlet
{
    public static double[] Draw(ref CounterRandom random, int count, double alpha)
    {
        var shares = new double[count];
        var sum = 0.0;
        for (var i = 0; i < count; i++)
        {
            shares[i] = Gamma(ref random, alpha);
            sum += shares[i];
        }

        // A very small alpha can underflow every variate; its limit puts all the weight on one.
        if (sum <= 0)
        {
            shares[random.NextInt32(count)] = 1;
            return shares;
        }

        for (var i = 0; i < count; i++)
        {
            shares[i] /= sum;
        }

        return shares;
    }

    /// <summary>Marsaglia and Tsang, «A simple method for generating gamma variables», TOMS 26 (2000); below 1 by their boost.</summary>
    private static double Gamma(ref CounterRandom random, double shape)
    {
        if (shape < 1)
        {
            var boost = Math.Pow(1 - random.NextDouble(), 1 / shape);
            return Gamma(ref random, shape + 1) * boost;
        }

        var d = shape - 1.0 / 3;
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = random.NextGaussian();
            var v = 1 + c * x;
            if (v <= 0)
            {
                continue;
            }

            v = v * v * v;
            if (Math.Log(1 - random.NextDouble()) < 0.5 * x * x + d - d * v + d * Math.Log(v))
            {
                return d * v;
            }
        }
    }
}
