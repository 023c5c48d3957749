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
            shares[i] = GammaDraw.Of(ref random, alpha);
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
}
