using TuneSearch.Core.Statistics;

namespace TuneSearch.Core.Tests.Statistics;

public class PooledVarianceTests
{
    [Fact]
    public void With_AnotherSource_WeighsByDegreesOfFreedom() =>
        new PooledVariance(4, 3).With(sumOfSquares: 8, freedom: 1).ShouldBe(new PooledVariance(5, 4));

    [Fact]
    public void With_NothingNew_IsTheSame() =>
        new PooledVariance(4, 3).With(8, 0).ShouldBe(new PooledVariance(4, 3));

    [Fact]
    public void WithResidual_RowsAndColumnsAddUp_LeavesNoVariance() =>
        new PooledVariance(4, 2).WithResidual([[1, 2, 3], [11, 12, 13]]).ShouldBe(new PooledVariance(2, 4));

    [Fact]
    public void WithResidual_OneRow_TellsNothing() =>
        new PooledVariance(4, 2).WithResidual([[1, 2, 3]]).ShouldBe(new PooledVariance(4, 2));
}
