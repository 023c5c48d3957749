using FsCheck.Xunit;
using TuneSearch.Core.Randomness;

namespace TuneSearch.Core.Tests.Randomness;

public class CounterRandomTests
{
    [Property]
    public bool For_SameArguments_SameNumbers(ulong seed, ulong step)
    {
        var a = CounterRandom.For(seed, "x", step);
        var b = CounterRandom.For(seed, "x", step);
        return Enumerable.Range(0, 9).All(_ => a.NextUInt32() == b.NextUInt32());
    }

    [Property]
    public bool NextInt32_AnyBound_StaysBelow(ulong seed, ushort bound)
    {
        var random = CounterRandom.For(seed, "bound");
        return random.NextInt32(bound + 1) is var drawn && drawn >= 0 && drawn <= bound;
    }

    [Fact]
    public void NextGaussian_ManyDraws_HasMeanZeroAndVarianceOne()
    {
        var random = CounterRandom.For(1, "gauss");
        var draws = Enumerable.Range(0, 20_000).Select(_ => random.NextGaussian()).ToArray();

        draws.Average().ShouldBe(0, 0.03);
        draws.Average(x => x * x).ShouldBe(1, 0.05);
    }

    [Fact]
    public void For_AnotherPurpose_OtherNumbers() =>
        CounterRandom.For(1, "a").NextUInt64().ShouldNotBe(CounterRandom.For(1, "b").NextUInt64());
}
