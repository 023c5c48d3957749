using TuneSearch.Core.Statistics;

namespace TuneSearch.Core.Tests.Statistics;

public class GroupTestsTests
{
    private static readonly int[] s_all = [0, 1, 2, 3, 4, 5, 6, 7];

    [Fact]
    public void Draw_HalvesThatPassAndFail_FindsTheItem()
    {
        var tests = new GroupTests(8);
        tests.Add(s_all, 1);
        tests.Add([0, 1, 2, 3], 0);
        tests.Add([4, 5], 0);
        tests.Add([6], 1);

        var chances = Chances(tests);

        chances[6].ShouldBeGreaterThan(0.9);
        chances[..6].ShouldAllBe(chance => chance < 0.1);
    }

    [Fact]
    public void Draw_OneGroupFailed_SuspectsEachOfItAndNobodyElse()
    {
        var tests = new GroupTests(8);
        tests.Add([0, 1, 2, 3], 1);

        var chances = Chances(tests);

        chances[..4].Average().ShouldBeGreaterThan(1.3 * chances[4..].Average());
        tests.Draw(1).Average(draw => draw[..4].Any(item => item == 1) ? 1 : 0).ShouldBeGreaterThan(0.8);
    }

    [Fact]
    public void Draw_AFaultHardlySeen_HardlySuspectsAnyone()
    {
        var sure = new GroupTests(8);
        sure.Add([0, 1], 1);
        var unsure = new GroupTests(8);
        unsure.Add([0, 1], 0.1);

        Chances(unsure)[..2].Average().ShouldBeLessThan(Chances(sure)[..2].Average() / 2);
    }

    [Fact]
    public void Draw_SameSeed_IsTheSame()
    {
        var tests = new GroupTests(8);
        tests.Add([0, 1], 1);

        tests.Draw(3).ShouldBe(tests.Draw(3));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(0.01, true)]
    public void FoundAny_Says(double fault, bool expected)
    {
        var tests = new GroupTests(8);
        tests.Add(s_all, fault);

        tests.FoundAny.ShouldBe(expected);
    }

    private static double[] Chances(GroupTests tests)
    {
        var draws = tests.Draw(1);
        return [.. s_all.Select(item => draws.Average(draw => draw[item]))];
    }
}
