using TuneSearch.Grains.Clusters;

namespace TuneSearch.Grains.Tests.Clusters;

public sealed class LeaseTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan Term = TimeSpan.FromSeconds(60);

    private static readonly Lease Held = Lease.None.Next(new LeaseRequest("a", 0, "a/1"), Now, Term);

    [Fact]
    public void WhyNot_NobodysLease_IsNull() => Lease.None.WhyNot("c", "a", Now).ShouldBeNull();

    [Fact]
    public void WhyNot_TheSameJobs_IsNull() => Held.WhyNot("c", "a", Now).ShouldBeNull();

    [Fact]
    public void WhyNot_AnotherJobs_NamesTheHolder() => Held.WhyNot("c", "b", Now).ShouldBe("test cluster 'c' is leased to job 'a'");

    [Fact]
    public void WhyNot_AnotherJobsAfterItsTerm_IsNull() => Held.WhyNot("c", "b", Now + Term).ShouldBeNull();

    [Fact]
    public void Next_EachTime_HasAHigherToken()
    {
        var next = Held.Next(new LeaseRequest("a", 0, "a/2"), Now, Term);

        (Held.Token, next.Token).ShouldBe((1, 2));
        next.Until.ShouldBe(Now + Term);
    }

    [Fact]
    public void Ended_KeepsTheToken() => Held.Ended().ShouldBe(Lease.None with { Token = 1 });

    [Fact]
    public void WhyStale_TheLatestTokenInItsTerm_IsNull() => Held.WhyStale("c", 1, Now).ShouldBeNull();

    [Fact]
    public void WhyStale_AnEarlierToken_NamesBoth() => Held.WhyStale("c", 0, Now).ShouldBe(
        "fencing token 0 of test cluster 'c' is stale, the latest is 1: another trial has taken the cluster over");

    [Fact]
    public void WhyStale_AfterItsEnd_SaysSo() => Held.Ended().WhyStale("c", 1, Now).ShouldBe("the lease on test cluster 'c' has ended");

    [Fact]
    public void WhyStale_AfterItsTerm_SaysSince() => Held.WhyStale("c", 1, Now + Term).ShouldBe(
        "the lease on test cluster 'c' expired at 2026-01-01T12:01:00.0000000+00:00, because nobody renewed it");

    [Fact]
    public void Renewed_CountsItsTermFromNow() => Held.Renewed(Now + (Term / 2), Term).Until.ShouldBe(Now + (Term * 1.5));
}
