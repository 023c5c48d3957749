using TuneSearch.Core.Randomness;
using TuneSearch.Core.Statistics;

namespace TuneSearch.Core.Tests.Statistics;

public class ScreeningDesignTests
{
    [Fact]
    public void Sign_WholeDesign_IsOrthogonalAndBalanced()
    {
        var design = new ScreeningDesign(20, int.MaxValue, 1);

        design.Rows.ShouldBe(32);
        for (var a = 0; a < 20; a++)
        {
            Enumerable.Range(0, 32).Sum(row => design.Sign(row, a)).ShouldBe(0);
            for (var b = 0; b < a; b++)
            {
                Enumerable.Range(0, 32).Sum(row => design.Sign(row, a) * design.Sign(row, b)).ShouldBe(0);
            }
        }
    }

    [Theory]
    [InlineData(32)]
    [InlineData(18)]
    public void Effects_FourOfTwentyMatter_FindsJustThose(int rows)
    {
        var design = new ScreeningDesign(20, rows, 7);
        var truth = Enumerable.Range(0, 20).Select(f => f % 5 == 1 ? 0.1 : 0).ToArray();
        var random = CounterRandom.For(3, "noise");
        var differences = new double?[design.Rows];
        for (var row = 0; row < design.Rows; row++)
        {
            differences[row] = Enumerable.Range(0, 20).Sum(f => design.Sign(row, f) * truth[f]) + (random.NextGaussian() * 0.01);
        }

        var effects = design.Effects(differences, 0.01);

        for (var f = 0; f < 20; f++)
        {
            effects[f].ShouldBe(truth[f], 0.015);
        }
    }

    [Fact]
    public void Effects_NothingMeasured_AreZero() => new ScreeningDesign(3, 4, 1).Effects(new double?[4], 0.01).ShouldBe([0, 0, 0]);
}
