using FsCheck.Xunit;
using TuneSearch.Core.Statistics;

namespace TuneSearch.Core.Tests.Statistics;

public class SequentialLooksTests
{
    [Property]
    public bool ShareAt_AllLooks_SumToOne(byte largest)
    {
        var looks = new SequentialLooks(largest + 1);
        return Math.Abs(Enumerable.Range(1, largest + 1).Sum(looks.ShareAt) - 1) < 1e-9;
    }

    [Fact]
    public void ShareAt_TwentyPairs_RisesAsTheCube()
    {
        var looks = new SequentialLooks(20);

        looks.ShareAt(5).ShouldBe(1.0 / 64, 1e-12);
        looks.ShareAt(10).ShouldBe(7.0 / 64, 1e-12);
        looks.ShareAt(20).ShouldBe(37.0 / 64, 1e-12);
        looks.ShareAt(7).ShouldBe(0);
    }

    [Fact]
    public void NextAfter_FewPairs_NeverLooksBeforeFour()
    {
        var looks = new SequentialLooks(6);

        looks.NextAfter(0).ShouldBe(5);
        looks.NextAfter(5).ShouldBe(6);
        looks.NextAfter(6).ShouldBe(6);
    }
}
