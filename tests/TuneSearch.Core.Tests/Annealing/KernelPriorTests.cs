using TuneSearch.Core.Annealing.Surrogates;
using TuneSearch.Core.Randomness;

namespace TuneSearch.Core.Tests.Annealing;

public class KernelPriorTests
{
    private static readonly AxisShape[] Shapes = [new(true, [0, 0.4, 0.6, 0.75, 0.9, 1]), new(true), new(false)];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Slope_OfEachEntry_AgreesWithDifferences(bool hasHeavyTails)
    {
        var prior = KernelPrior.For(Shapes, NuggetPrior.Usual, hasHeavyTails);
        double[] vector = [-2, 0.5, 4, -3, 0.7, -1, 2];
        for (var i = 0; i < vector.Length; i++)
        {
            var (up, down) = ((double[])vector.Clone(), (double[])vector.Clone());
            up[i] += 1e-5;
            down[i] -= 1e-5;

            prior.Slope(i, vector[i]).ShouldBe((prior.LogDensity(up) - prior.LogDensity(down)) / 2e-5, 1e-6);
        }
    }

    [Fact]
    public void LogDensity_HeavyTails_AreTheLengthScalesAlone()
    {
        var (heavy, normal) = (KernelPrior.For(Shapes, NuggetPrior.Usual, hasHeavyTails: true), KernelPrior.For(Shapes, NuggetPrior.Usual, hasHeavyTails: false));

        for (var i = 0; i < heavy.Mean.Length; i++)
        {
            var away = (double[])heavy.Mean.Clone();
            away[i] += 4 * heavy.Deviation[i];

            normal.LogDensity(away).ShouldBe(-8, 1e-9);
            heavy.LogDensity(away).ShouldBe(i < Shapes.Length ? -2 * Math.Log(1 + (16.0 / 3)) : -8, 1e-9);
        }
    }

    /// <summary>The second of two parameters has no effect at all, the first one has a wave's.</summary>
    [Fact]
    public void Climb_HeavyTails_BelieveThatAParameterDoesNotMatter()
    {
        AxisShape[] shapes = [new(true), new(true)];
        var random = CounterRandom.For(1, "irrelevant");
        var positions = new double[16][];
        for (var i = 0; i < positions.Length; i++)
        {
            positions[i] = [random.NextDouble(), random.NextDouble()];
        }

        KernelParameters Fitted(bool hasHeavyTails)
        {
            var prior = KernelPrior.For(shapes, NuggetPrior.Usual, hasHeavyTails);
            var fit = new KernelFit(shapes, prior, positions, [.. Enumerable.Range(0, positions.Length)], [.. positions.Select(p => Math.Sin(9 * p[0]))]);
            return fit.Climb(KernelParameters.Of(prior), 60).Parameters;
        }

        var (heavy, normal) = (Fitted(hasHeavyTails: true), Fitted(hasHeavyTails: false));

        heavy.Vector[1].ShouldBeGreaterThan(normal.Vector[1] + 1);
        heavy.Vector[0].ShouldBe(normal.Vector[0], 0.5);
    }
}
