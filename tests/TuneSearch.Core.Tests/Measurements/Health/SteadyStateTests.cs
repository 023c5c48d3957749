using TuneSearch.Core.Measurements.Health;
using TuneSearch.Core.Randomness;

namespace TuneSearch.Core.Tests.Measurements.Health;

public sealed class SteadyStateTests
{
    [Fact]
    public void IsReached_TooFewSlices_IsNo() => SteadyState.IsReached(new double[29]).ShouldBeFalse();

    [Fact]
    public void IsReached_Constant_IsYes() => SteadyState.IsReached(Enumerable.Repeat(5.0, 30).ToArray()).ShouldBeTrue();

    [Fact]
    public void IsReached_NoiseAroundAMean_IsMostlyYes() =>
        Enumerable.Range(0, 500).Count(seed => SteadyState.IsReached(Series(seed, 50, _ => 100))).ShouldBeGreaterThan(400);

    [Fact]
    public void IsReached_SlowStartLongAgo_IsMostlyYes() =>
        Enumerable.Range(0, 500).Count(seed => SteadyState.IsReached(Series(seed, 100, i => 100 - 80 * Math.Exp(-i / 5.0)))).ShouldBeGreaterThan(400);

    [Fact]
    public void IsReached_StillClimbing_IsAlmostNever() =>
        Enumerable.Range(0, 500).Count(seed => SteadyState.IsReached(Series(seed, 50, i => 50 + 2 * i))).ShouldBeLessThan(25);

    [Fact]
    public void IsReached_JumpInTheSecondHalf_IsNever() =>
        Enumerable.Range(0, 500).Count(seed => SteadyState.IsReached(Series(seed, 50, i => i < 35 ? 50 : 100))).ShouldBe(0);

    [Fact]
    public void Truncation_JumpAfterFourBatches_CutsThere() =>
        SteadyState.Truncation([1, 1, 1, 1, 9, 9, 9, 9, 9, 9, 9, 9]).ShouldBe(4);

    private static double[] Series(int seed, int length, Func<int, double> mean)
    {
        var random = CounterRandom.For((ulong)seed, "series");
        return [.. Enumerable.Range(0, length).Select(i => mean(i) + 5 * random.NextGaussian())];
    }
}
