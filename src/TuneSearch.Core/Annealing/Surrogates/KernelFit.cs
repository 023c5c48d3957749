namespace TuneSearch.Core.Annealing.Surrogates;

/// <summary>Climbs the posterior of the kernel's parameters by the signs of its gradient (Riedmiller and Braun, RPROP, 1993).</summary>
/// <remarks>The size of a gradient says little on a likelihood of few points; its sign does. A few steps after every few measurements keep up with the search.</remarks>
internal sealed class KernelFit(AxisShape[] shapes, KernelPrior prior, double[][] positions, int[] identities, double[] values)
{
    private const double FirstStep = 0.3;
    private const double LargestStep = 1;
    private const double SmallestStep = 0.01;
    private const double Faster = 1.3;
    private const double Slower = 0.5;

    /// <summary>The best parameters seen on a climb from <paramref name="start"/>, and the logarithm of their posterior.</summary>
    public (KernelParameters Parameters, double LogPosterior) Climb(KernelParameters start, int steps)
    {
        var now = start.Copy();
        var best = now.Copy();
        var highest = double.NegativeInfinity;
        var size = Enumerable.Repeat(FirstStep, now.Vector.Length).ToArray();
        var before = new double[now.Vector.Length];
        for (var step = 0; ; step++)
        {
            var process = Process(now);
            var height = process.LogLikelihood + prior.LogDensity(now.Vector);
            if (height > highest)
            {
                highest = height;
                best = now.Copy();
            }

            if (step >= steps || size.Max() < SmallestStep)
            {
                return (best, highest);
            }

            var gradient = KernelGradient.Of(process);
            for (var i = 0; i < gradient.Length; i++)
            {
                gradient[i] += prior.Slope(i, now.Vector[i]);
                var agreement = gradient[i] * before[i];
                size[i] = agreement > 0 ? Math.Min(LargestStep, size[i] * Faster) : agreement < 0 ? size[i] * Slower : size[i];
                now.Vector[i] = now.Clamp(i, now.Vector[i] + (Math.Sign(gradient[i]) * size[i]));
            }

            before = gradient;
        }
    }

    private GaussianProcess Process(KernelParameters parameters)
    {
        var process = new GaussianProcess(shapes, parameters.Copy());
        for (var i = 0; i < positions.Length; i++)
        {
            process.Append(positions[i], identities[i]);
        }

        process.Observe(values);
        return process;
    }
}
