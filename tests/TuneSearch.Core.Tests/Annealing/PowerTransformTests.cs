using TuneSearch.Core.Annealing.Surrogates;

namespace TuneSearch.Core.Tests.Annealing;

public class PowerTransformTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(0.5)]
    [InlineData(0)]
    public void Invert_OfApply_GivesTheCostBack(double power)
    {
        foreach (var costs in new double[][] { [1, 4, 30, 500], [-1, -4, -30, -500] })
        {
            var transform = PowerTransform.For(costs, power)!;
            foreach (var cost in costs)
            {
                transform.Invert(transform.Apply(cost)).ShouldBe(cost, 1e-8);
            }

            transform.Apply(costs.Min()).ShouldBeLessThan(transform.Apply(costs.Max()));
        }
    }

    [Fact]
    public void For_CostsOfBothSigns_KeepsOnlyTheLinearScale()
    {
        PowerTransform.For([-1, 2], 0).ShouldBeNull();
        PowerTransform.For([-1, 2], 1).ShouldNotBeNull();
    }
}
