using System.Collections.Immutable;
using TuneSearch.Core.Workloads;
using TuneSearch.Core.Workloads.Schedules;

namespace TuneSearch.Core.Tests.Workloads.Schedules;

public sealed class PromisedCapsTests
{
    private static readonly Profile Customer = new("p") { Arrivals = new ConstantArrivals(1000), MessageSize = new FixedSize(100) };

    [Fact]
    public void RateFactor_BelowThePlan_IsTheMixtures() => FactorOf(new PromisedLimits { MaxIngressBytesPerSecond = 500_000 }).ShouldBe(4);

    [Fact]
    public void RateFactor_AboveThePlan_IsCutToIt() => FactorOf(new PromisedLimits { MaxIngressBytesPerSecond = 250_000 }).ShouldBe(2.5);

    [Fact]
    public void RateFactor_NothingPromised_IsTheMixtures() => FactorOf(new PromisedLimits()).ShouldBe(4);

    [Theory]
    [InlineData(12, 6)]
    [InlineData(4, 4)]
    [InlineData(null, 3)]
    public void Partitions_MoreThanThePlan_AreCutToIt(int? wanted, int expected) =>
        PlanOf(new PromisedLimits { MaxPartitions = 6 }).Partitions(wanted).ShouldBe(expected);

    [Fact]
    public void HeldConnections_MoreThanThePlan_AreCutToIt() =>
        ProfilePlan.For(Scaled, Customer with { Connections = new ConnectionLoad(50), Limits = new PromisedLimits { MaxConnections = 20 } }).HeldConnections.ShouldBe(20);

    [Fact]
    public void Payloads_LargerThanThePlan_AreCutToIt() =>
        PayloadPool.For(Customer with { Limits = new PromisedLimits { MaxMessageBytes = 60 } }, 1).Payloads.ShouldAllBe(payload => payload.Length == 60);

    private static Episode Scaled => new(1, ImmutableSortedDictionary<string, double>.Empty.Add("p", 1), HeldOut: false) { ProfileCount = 4 };

    private static double FactorOf(PromisedLimits limits) => PlanOf(limits).RateFactor;

    private static ProfilePlan PlanOf(PromisedLimits limits) => ProfilePlan.For(Scaled, Customer with { Limits = limits });
}
