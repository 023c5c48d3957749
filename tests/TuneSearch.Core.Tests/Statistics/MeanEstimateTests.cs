using TuneSearch.Core.Randomness;
using TuneSearch.Core.Statistics;
using TuneSearch.Numerics;

namespace TuneSearch.Core.Tests.Statistics;

public sealed class MeanEstimateTests
{
    private static readonly MathNetDistributions s_distributions = new();

    [Fact]
    public void Bounds_NoSkewness_AreStudents()
    {
        var mean = new MeanEstimate(2.5, 1, 3, 4);

        mean.Lower(0.025, s_distributions).ShouldBe(2.5 - 3.1824, 1e-3);
        mean.Upper(0.025, s_distributions).ShouldBe(2.5 + 3.1824, 1e-3);
    }

    [Theory]
    [InlineData(-1.5)]
    [InlineData(-0.4)]
    public void Lower_TailToTheLeft_HallsTransformationOfItIsStudents(double skewness)
    {
        var mean = Skewed(skewness);

        Transformed(mean, mean.Lower(0.025, s_distributions)).ShouldBe(s_distributions.StudentQuantile(0.975, 15), 1e-9);
    }

    [Theory]
    [InlineData(0.4)]
    [InlineData(1.5)]
    public void Upper_TailToTheRight_HallsTransformationOfItIsStudents(double skewness)
    {
        var mean = Skewed(skewness);

        Transformed(mean, mean.Upper(0.025, s_distributions)).ShouldBe(-s_distributions.StudentQuantile(0.975, 15), 1e-9);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void Bounds_ATailToOneSide_TheOtherSideIsStudents(double skewness)
    {
        var (straight, skewed) = (Skewed(0), Skewed(skewness));

        var (lower, upper) = (straight.Lower(0.025, s_distributions) - skewed.Lower(0.025, s_distributions), skewed.Upper(0.025, s_distributions) - straight.Upper(0.025, s_distributions));

        (skewness < 0 ? lower : upper).ShouldBeGreaterThan(0.001);
        (skewness < 0 ? upper : lower).ShouldBe(0, 1e-12);
    }

    [Fact]
    public void Lower_DifferencesWithATailToTheLeft_ClaimsWronglyLessOftenThanStudents()
    {
        const int Comparisons = 4000;
        var (hall, student) = (0, 0);
        for (var i = 0; i < Comparisons; i++)
        {
            var random = CounterRandom.For(7, "skewed", (ulong)i);
            var mean = PairedMean.Of([.. Enumerable.Range(0, 24).Select(pair => new PairedDifference(1 - random.NextExponential(), pair % 2 == 0 ? 1 : -1))]);
            hall += mean.Lower(0.025, s_distributions) > 0 ? 1 : 0;
            student += (mean with { Skewness = 0 }).Lower(0.025, s_distributions) > 0 ? 1 : 0;
        }

        ((double)student / Comparisons).ShouldBeGreaterThan(0.05);
        ((double)hall / Comparisons).ShouldBeLessThan(0.04);
    }

    private static MeanEstimate Skewed(double skewness) => new(0.3, 0.02, 15, 16) { Skewness = skewness };

    private static double Transformed(MeanEstimate mean, double bound)
    {
        var root = Math.Sqrt(mean.Count);
        var w = (mean.Mean - bound) / (mean.StandardError * root);
        return root * (w + (mean.Skewness * w * w / 3) + (mean.Skewness * mean.Skewness * w * w * w / 27) + (mean.Skewness / (6 * mean.Count)));
    }
}
