namespace TuneSearch.Core.Randomness;

/// <summary>Draws from gamma distributions of scale 1.</summary>
/// <remarks>Marsaglia and Tsang, «A simple method for generating gamma variables», ACM TOMS 2000; below shape 1 by their boost.</remarks>
internal static class GammaDraw
{
    /// <summary>A share from the beta distribution, kept off 0 and 1 so that its odds are finite.</summary>
    public static double Share(ref CounterRandom random, double first, double second)
    {
        var a = Of(ref random, first);
        var b = Of(ref random, second);
        return Math.Clamp(a / (a + b), 1e-6, 1 - 1e-6);
    }

    /// <param name="shape">Positive; a very small one can underflow to 0.</param>
    public static double Of(ref CounterRandom random, double shape)
    {
        if (shape < 1)
        {
            var boost = Math.Pow(1 - random.NextDouble(), 1 / shape);
            return Of(ref random, shape + 1) * boost;
        }

        var d = shape - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = random.NextGaussian();
            var v = 1 + (c * x);
            if (v <= 0)
            {
                continue;
            }

            v = v * v * v;
            if (Math.Log(1 - random.NextDouble()) < (0.5 * x * x) + d - (d * v) + (d * Math.Log(v)))
            {
                return d * v;
            }
        }
    }
}
