using TuneSearch.Core.Measurements.Health;

namespace TuneSearch.Core.Tests.Measurements.Health;

public sealed class ScheduleLagTests
{
    [Fact]
    public void Sent_OnTime_IsNoLag() => new ScheduleLag().Sent(-5).ShouldBe(0);

    [Fact]
    public void Sent_LateWithoutBlocking_IsTheGenerators() => new ScheduleLag().Sent(200).ShouldBe(200);

    [Fact]
    public void Sent_LateByABlockedQueue_IsTheClusters()
    {
        var lag = new ScheduleLag();
        lag.Blocked(300);

        lag.Sent(280).ShouldBe(0);
        lag.Sent(100).ShouldBe(0);
    }

    [Fact]
    public void Sent_LateAgainAfterCatchingUp_IsTheGenerators()
    {
        var lag = new ScheduleLag();
        lag.Blocked(300);
        lag.Sent(280);
        lag.Sent(0);

        lag.Sent(50).ShouldBe(50);
    }

    [Fact]
    public void Sent_LaterThanTheBlockExplains_IsSplit()
    {
        var lag = new ScheduleLag();
        lag.Blocked(100);

        lag.Sent(150).ShouldBe(50);
    }
}
