using TuneSearch.Core.Randomness;
using TuneSearch.Core.Statistics;
using TuneSearch.Numerics;

namespace TuneSearch.Core.Tests.Statistics;

public class NoiseFloorEstimatorTests
{
    private static readonly MathNetDistributions s_distributions = new();

    [Fact]
    public void Of_ManyPairs_FindsNoiseApartFromTheEpisodesSpread()
    {
        var floor = NoiseFloorEstimator.Of(Pairs(400, noise: 0.03, spread: 0.2, drift: 0), s_distributions);

        floor.Deviation.ShouldBe(0.03, 0.003);
        floor.Spread.ShouldBe(0.2, 0.02);
        floor.DriftIsClear.ShouldBeFalse();
    }

    [Fact]
    public void Of_DriftingMachine_SaysSo()
    {
        var floor = NoiseFloorEstimator.Of(Pairs(10, noise: 0.01, spread: 0.01, drift: 0.005), s_distributions);

        floor.DriftIsClear.ShouldBeTrue();
        floor.DriftPerStep.ShouldBe(0.005, 0.002);
    }

    [Fact]
    public void Of_EpisodesThatDifferAndNoNoise_TakesThemForDriftOneTimeInAHundred()
    {
        var alarms = Enumerable.Range(0, 400).Count(i => NoiseFloorEstimator.Of(Pairs(5, noise: 0, spread: 0.05, drift: 0, seed: (ulong)i), s_distributions).DriftIsClear);

        alarms.ShouldBeLessThanOrEqualTo(10);
    }

    [Fact]
    public void Of_NothingMoves_SeesNoDrift() =>
        NoiseFloorEstimator.Of(Pairs(5, noise: 0, spread: 0, drift: 0), s_distributions).DriftIsClear.ShouldBeFalse();

    [Fact]
    public void Of_NoPairs_IsSilent() => NoiseFloorEstimator.Of([], s_distributions).ShouldBe(new NoiseFloor(0, 0, 0, false, 0));

    private static (double, double, double, double)[] Pairs(int count, double noise, double spread, double drift, ulong seed = 1)
    {
        var random = CounterRandom.For(seed, "pairs");
        var pairs = new (double, double, double, double)[count];
        for (var i = 0; i < count; i++)
        {
            var episode = random.NextGaussian() * spread;
            pairs[i] = (
                100 * Math.Exp(episode + (random.NextGaussian() * noise) + (drift * 2 * i)),
                100 * Math.Exp(episode + (random.NextGaussian() * noise) + (drift * ((2 * i) + 1))),
                2 * i,
                (2 * i) + 1);
        }

        return pairs;
    }
}
