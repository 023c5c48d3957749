using FsCheck;
using FsCheck.Xunit;
using TuneSearch.Core.Workloads;
using TuneSearch.Core.Workloads.Schedules;

namespace TuneSearch.Core.Tests.Workloads.Schedules;

public sealed class KeySamplerTests
{
    [Property(MaxTest = 60)]
    public bool Next_Zipf_StaysWithinItsKeys(ulong seed, PositiveInt distinct, NonNegativeInt tenths)
    {
        var sampler = new KeySampler(new ZipfKeys(distinct.Get, tenths.Get % 30 / 10.0), seed);

        return Enumerable.Range(0, 200).Select(_ => sampler.Next()).All(key => key >= 0 && key < distinct.Get);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.7)]
    [InlineData(1.0)]
    [InlineData(1.5)]
    public void Next_Zipf_FollowsItsLaw(double exponent)
    {
        const int distinct = 10;
        const int draws = 200_000;
        var sampler = new KeySampler(new ZipfKeys(distinct, exponent), 3);
        var counts = new int[distinct];
        for (var i = 0; i < draws; i++)
        {
            counts[sampler.Next()]++;
        }

        var total = Enumerable.Range(1, distinct).Sum(rank => Math.Pow(rank, -exponent));
        for (var rank = 1; rank <= distinct; rank++)
        {
            var expected = draws * Math.Pow(rank, -exponent) / total;
            // Five standard deviations of a binomial count.
            ((double)counts[rank - 1]).ShouldBe(expected, 5 * Math.Sqrt(expected));
        }
    }

    [Fact]
    public void Next_Uniform_MeetsEveryKey()
    {
        var sampler = new KeySampler(new UniformKeys(20), 1);

        Enumerable.Range(0, 1000).Select(_ => sampler.Next()).Distinct().Count().ShouldBe(20);
    }

    [Fact]
    public void Next_NoKeys_IsNone() => new KeySampler(new NoKeys(), 1).Next().ShouldBe(KeySampler.None);
}
