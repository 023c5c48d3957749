using TuneSearch.Core.Planning;

namespace TuneSearch.Core.Tests.Planning;

public sealed class PoolLadderTests
{
    [Theory]
    [InlineData(8, 4, true)]
    [InlineData(8, 16, true)]
    [InlineData(8, 3, false)]
    [InlineData(8, 17, false)]
    [InlineData(3, 1, true)]
    [InlineData(3, 6, true)]
    [InlineData(1, 2, true)]
    [InlineData(1, 3, false)]
    [InlineData(1, 0, false)]
    public void IsLegal_ReferenceExamples_AreThoseOfTheBroker(int current, int next, bool expected) =>
        PoolLadder.IsLegal(current, next).ShouldBe(expected);

    [Fact]
    public void Rungs_AnyTwoSizes_AreAsFewAsHalvingAndDoublingAllow()
    {
        for (var from = 1; from <= 70; from++)
        {
            for (var to = 1; to <= 70; to++)
            {
                var rungs = PoolLadder.Rungs([from], [to])!.Value;

                (rungs.Length + 1).ShouldBe(Math.Max(1, FewestSteps(from, to)), $"{from} to {to}");
            }
        }
    }

    private static int FewestSteps(int from, int to)
    {
        var steps = 0;
        for (var now = from; now != to; steps++)
        {
            now = Math.Clamp(to, Math.Max(1, now / 2), now * 2);
        }

        return steps;
    }
}
