using System.IO.Compression;
using TuneSearch.Core.Randomness;
using TuneSearch.Core.Workloads;
using TuneSearch.Core.Workloads.Schedules;

namespace TuneSearch.Core.Tests.Workloads.Schedules;

public sealed class PayloadPoolTests
{
    [Fact]
    public void For_SameSeed_SameBytes()
    {
        var profile = new Profile("p") { MessageSize = new LognormalSize(500) };

        PayloadPool.For(profile, 9).Payloads.Select(Convert.ToHexString).ShouldBe(PayloadPool.For(profile, 9).Payloads.Select(Convert.ToHexString));
    }

    [Theory]
    [InlineData(0.0, 0.0, 0.05)]
    [InlineData(0.3, 0.3, 0.5)]
    [InlineData(1.0, 0.98, 1.02)]
    public void For_Entropy_DecidesHowFarThePayloadsCompress(double entropy, double least, double most)
    {
        var profile = new Profile("p") { PayloadEntropy = entropy, MessageSize = new FixedSize(4000) };
        var bytes = PayloadPool.For(profile, 1).Payloads.Take(20).SelectMany(payload => payload).ToArray();

        using var packed = new MemoryStream();
        using (var zip = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zip.Write(bytes);
        }

        ((double)packed.Length / bytes.Length).ShouldBeInRange(least, most);
    }

    [Fact]
    public void For_LargeMessages_KeepsThePoolSmall() =>
        PayloadPool.For(new Profile("p") { MessageSize = new FixedSize(1_000_000) }, 1).Payloads.Length.ShouldBe(16);

    [Fact]
    public void For_SizesBelowTheStamp_AreLiftedToIt() =>
        PayloadPool.For(new Profile("p") { MessageSize = new FixedSize(3) }, 1).Payloads.ShouldAllBe(payload => payload.Length == MessageStamp.Size);

    [Fact]
    public void Draw_Lognormal_HasItsMedianAndMaximum()
    {
        var random = CounterRandom.For(1, "test");
        var sizes = Enumerable.Range(0, 20_001).Select(_ => SizeSampler.Draw(new LognormalSize(600, 0.8, 5000), ref random)).Order().ToArray();

        ((double)sizes[10_000]).ShouldBe(600, 20);
        sizes[^1].ShouldBe(5000);
    }

    [Fact]
    public void Draw_Mixture_KeepsItsWeights()
    {
        var random = CounterRandom.For(1, "test");
        var mixture = new MixedSize([new WeightedSize(3, new FixedSize(100)), new WeightedSize(1, new FixedSize(200))]);

        Enumerable.Range(0, 10_000).Count(_ => SizeSampler.Draw(mixture, ref random) == 200).ShouldBeInRange(2300, 2700);
    }
}
