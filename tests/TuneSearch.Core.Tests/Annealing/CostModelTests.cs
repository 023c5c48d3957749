using TuneSearch.Core.Annealing.Surrogates;
using TuneSearch.Core.Randomness;

namespace TuneSearch.Core.Tests.Annealing;

public class CostModelTests
{
    private const int Axes = 10;
    private const double Deviation = 0.1;

    /// <summary>Twenty-five measurements over ten parameters: length scales explain any cost, so the likelihood says next to nothing of the noise.</summary>
    [Fact]
    public void Noise_FewMeasurements_IsBelievedToBeAUsualOneWhereThereIsSome()
    {
        var share = Median(isNoisy: true);

        share.ShouldBeInRange(0.05, 2);
        share.ShouldBeGreaterThan(2 * Median(isNoisy: false));
    }

    [Fact]
    public void Noise_KnownBeforehand_IsBelieved() => Median(isNoisy: true, Deviation).ShouldBeInRange(0.3, 2);

    [Fact]
    public void Noise_KnownToBeNone_IsTakenForRuggedness() => Median(isNoisy: false, 0).ShouldBeLessThan(0.01);

    /// <summary>What the model takes for noise, as a share of the true noise; the median of nine landscapes.</summary>
    private static double Median(bool isNoisy, double? noise = null) => Enumerable.Range(1, 9).Select(number => ShareOfNoise((ulong)number, isNoisy, noise)).Order().ElementAt(4);

    private static double ShareOfNoise(ulong number, bool isNoisy, double? noise)
    {
        AxisShape[] shapes = [.. Enumerable.Repeat(new AxisShape(true), Axes)];
        var model = new CostModel(shapes, number, choosesScale: false, hasHeavyTails: true, noise, () => isNoisy);
        var random = CounterRandom.For(number, "cost model");
        var costs = new List<double>();
        for (var i = 0; i < 25; i++)
        {
            var positions = new double[Axes];
            for (var axis = 0; axis < Axes; axis++)
            {
                positions[axis] = random.NextDouble();
            }

            costs.Add(10 + Math.Sin(4 * positions[0]) + (2 * positions[1]) + (positions[2] * positions[3]) + (Deviation * random.NextGaussian()));
            model.Add(positions, i, costs[^1]);
        }

        var taken = model.At(1).Noise;
        var onScale = model.Scale.Apply(10 + Deviation) - model.Scale.Apply(10);
        return taken / (onScale * onScale);
    }
}
