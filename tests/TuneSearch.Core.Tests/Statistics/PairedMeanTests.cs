using TuneSearch.Core.Statistics;
using TuneSearch.Numerics;

namespace TuneSearch.Core.Tests.Statistics;

public class PairedMeanTests
{
    private static readonly MathNetDistributions s_distributions = new();

    [Fact]
    public void Of_AbbaUnderLinearDrift_FindsTheDifferenceWithoutError()
    {
        // A B B A …: the challenger runs a step later and a step earlier in turn; each step drifts by 0.01.
        var differences = Enumerable.Range(0, 8).Select(i => new PairedDifference(0.05 + (i % 2 == 0 ? 0.01 : -0.01), i % 2 == 0 ? 1 : -1)).ToArray();

        var mean = PairedMean.Of(differences);

        mean.Mean.ShouldBe(0.05, 1e-12);
        mean.StandardError.ShouldBe(0, 1e-9);
        mean.DegreesOfFreedom.ShouldBe(6);
    }

    [Fact]
    public void Of_UnbalancedOrder_StillTakesDriftOut()
    {
        var steps = new[] { 1, 1, 1, -1, 2, 1, -1, 1, 3 };

        PairedMean.Of([.. steps.Select(s => new PairedDifference(0.05 + (0.01 * s), s))]).Mean.ShouldBe(0.05, 1e-12);
    }

    [Fact]
    public void Of_FewDifferences_IsThePlainMean()
    {
        var mean = PairedMean.Of([new(1, 1), new(2, -1), new(3, 1), new(4, -1)]);

        mean.Mean.ShouldBe(2.5);
        mean.DegreesOfFreedom.ShouldBe(3);
        mean.StandardError.ShouldBe(Math.Sqrt(5.0 / 3 / 4), 1e-12);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Bounds_FewerThanTwoDifferences_AreInfinite(int count)
    {
        var mean = PairedMean.Of([.. Enumerable.Repeat(new PairedDifference(1, 1), count)]);

        mean.Lower(0.05, s_distributions).ShouldBe(double.NegativeInfinity);
        mean.Upper(0.05, s_distributions).ShouldBe(double.PositiveInfinity);
    }

    [Theory]
    [InlineData(9, 0)]
    [InlineData(10, 8.0 / 3)]
    public void Of_OneOutlyingDifference_TakesSkewnessFromTenDifferencesOn(int count, double expected)
    {
        // One of ten at 3 and nine at 0: (0.1 · 2.7³ - 0.9 · 0.3³) / 0.81^1.5 = 8/3.
        var mean = PairedMean.Of([.. Enumerable.Range(0, count).Select(i => new PairedDifference(i == 0 ? 3 : 0, 1))]);

        mean.Skewness.ShouldBe(expected, 1e-12);
    }

    [Fact]
    public void Of_NoDifferenceVaries_HasNoSkewness() =>
        PairedMean.Of([.. Enumerable.Repeat(new PairedDifference(0.1, 1), 12)]).Skewness.ShouldBe(0);
}
