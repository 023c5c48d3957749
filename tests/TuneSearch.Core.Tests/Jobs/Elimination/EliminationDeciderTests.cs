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
            .Decide(pairs, new MeanEstimate(change, 0.004, pairs - 1, pairs)).ShouldBe(expected);
}
