using TuneSearch.Daemon.Metrics;

namespace TuneSearch.Daemon.Tests.Metrics;

public sealed class InvalidReasonsTests
{
    [Theory]
    [InlineData("The simulated generator fell behind its schedule.", "generator")]
    [InlineData("the clock went back by 3 ms", "clock")]
    [InlineData("12 % of the processor was stolen", "stolen")]
    [InlineData("a comet", "other")]
    public void KindOf_Reason_IsOneOfAFew(string reason, string kind) => InvalidReasons.KindOf(reason).ShouldBe(kind);
}
