using TuneSearch.Core.Jobs.Elimination;
using TuneSearch.Core.Statistics;
using TuneSearch.Numerics;

namespace TuneSearch.Core.Tests.Jobs.Elimination;

public class EliminationDeciderTests
{
    [Theory]
    [InlineData(8, 0.0, true)]
    [InlineData(8, -0.018, false)]
    [InlineData(4, -0.018, null)]
    [InlineData(4, -0.05, false)]
    public void Decide_AgainstAMarginOfTwoPercent_Says(int pairs, double change, bool? expected) =>
        new EliminationDecider(0.02, new SequentialLooks(8), new MathNetDistributions())
            .Decide(pairs, change, new PooledVariance(0.00006, 12)).ShouldBe(expected);

    [Theory]
    [InlineData(-0.019, true)]
    [InlineData(-0.021, false)]
    public void Decide_NoNoiseAtAll_GoesByTheNumberAlone(double change, bool expected) =>
        new EliminationDecider(0.02, new SequentialLooks(2, leastAtALook: 2), new MathNetDistributions())
            .Decide(2, change, new PooledVariance(0, 5)).ShouldBe(expected);
}
