using TuneSearch.Core.Statistics;
using TuneSearch.Numerics;

namespace TuneSearch.Core.Tests.Statistics;

public class DetectableEffectTests
{
    private static readonly MathNetDistributions s_distributions = new();

    [Theory]
    [InlineData(0.01, 0.02)]
    [InlineData(0.03, 0.02)]
    [InlineData(0.02, 0.1)]
    public void PairsFor_Effect_IsTheFewestThatShowIt(double effect, double deviation)
    {
        var pairs = DetectableEffect.PairsFor(effect, deviation, 0.05, 0.9, s_distributions);

        DetectableEffect.Of(pairs, deviation, 0.05, 0.9, s_distributions).ShouldBeLessThanOrEqualTo(effect);
        DetectableEffect.Of(pairs - 1, deviation, 0.05, 0.9, s_distributions).ShouldBeGreaterThan(effect);
    }

    [Fact]
    public void Of_OnePair_ShowsNothing() => DetectableEffect.Of(1, 0.02, 0.05, 0.9, s_distributions).ShouldBe(double.PositiveInfinity);
}
