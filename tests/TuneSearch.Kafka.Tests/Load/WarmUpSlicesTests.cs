using TuneSearch.Kafka.Load;

namespace TuneSearch.Kafka.Tests.Load;

public sealed class WarmUpSlicesTests
{
    [Fact]
    public void AreSteady_EvenThroughputAndLatency_IsYes()
    {
        var slices = new WarmUpSlices();
        for (var i = 1; i <= 30; i++)
        {
            slices.Add(reported: 100L * i, latencySum: 5000L * i);
        }

        slices.AreSteady.ShouldBeTrue();
    }

    [Fact]
    public void AreSteady_LatencyStillClimbing_IsNo()
    {
        var slices = new WarmUpSlices();
        for (var i = 1; i <= 50; i++)
        {
            slices.Add(reported: 100L * i, latencySum: 5000L * i * i);
        }

        slices.AreSteady.ShouldBeFalse();
    }

    [Fact]
    public void LengthFor_ShortWarmUp_IsNeverBelowTenMilliseconds() =>
        WarmUpSlices.LengthFor(TimeSpan.FromMilliseconds(100)).ShouldBe(TimeSpan.FromMilliseconds(10));
}
