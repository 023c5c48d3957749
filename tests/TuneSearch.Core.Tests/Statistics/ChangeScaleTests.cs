using FsCheck.Xunit;
using TuneSearch.Core.Statistics;

namespace TuneSearch.Core.Tests.Statistics;

public class ChangeScaleTests
{
    [Theory]
    [InlineData(100, 120, true, 0.2)]
    [InlineData(100, 120, false, -0.2)]
    [InlineData(0.020, 0.010, false, 0.5)]
    public void ToRelative_OfDifference_IsTheRelativeImprovement(double incumbent, double challenger, bool higherIsBetter, double expected)
    {
        var scale = ChangeScale.For([incumbent], [challenger], higherIsBetter);

        scale.IsLog.ShouldBeTrue();
        scale.ToRelative(scale.Difference(incumbent, challenger)).ShouldBe(expected, 1e-12);
    }

    [Fact]
    public void For_AValueOfZero_ComparesPlainly()
    {
        var scale = ChangeScale.For([4, 0], [2, 2], higherIsBetter: false);

        scale.IsLog.ShouldBeFalse();
        scale.Difference(4, 2).ShouldBe(1);
    }

    [Fact]
    public void For_NothingLostBefore_CountsWhatIsLostNow()
    {
        var scale = ChangeScale.For([0, 0], [0, 3], higherIsBetter: false);

        scale.ToRelative(scale.Difference(0, 3)).ShouldBe(-3);
    }

    [Property]
    public bool FromRelative_OfToRelative_IsTheSame(sbyte percent, bool higherIsBetter)
    {
        var scale = new ChangeScale(true, 1, higherIsBetter);
        var relative = percent / 300.0;
        return Math.Abs(scale.ToRelative(scale.FromRelative(relative)) - relative) < 1e-9;
    }
}
