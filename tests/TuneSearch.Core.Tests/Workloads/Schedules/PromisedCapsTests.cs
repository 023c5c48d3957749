using System.Collections.Immutable;
using FsCheck.Xunit;
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

    [Fact]
    public void RateFactor_EgressOfTwoGroups_CountsTwice() =>
        ProfilePlan.For(Scaled, Customer with { ConsumerGroups = 2, Limits = new PromisedLimits { MaxEgressBytesPerSecond = 300_000 } }).RateFactor.ShouldBe(1.5);

    [Fact]
    public void RateFactor_Requests_AreOneOfTheProducersAndOneOfEachGroup() =>
        FactorOf(new PromisedLimits { MaxRequestsPerSecond = 3000 }).ShouldBe(1.5);

    [Fact]
    public void Churn_MoreThanThePlan_IsCutToIt()
    {
        var churn = ProfilePlan.For(Scaled, Customer with { Connections = new ConnectionLoad(0, 50), Limits = new PromisedLimits { MaxConnectionAttemptsPerSecond = 10 } }).Churn();

        var first = churn.NextSeconds();
        (churn.NextSeconds() - first).ShouldBe(0.1, 1e-9);
    }

    [Property(MaxTest = 30)]
    public bool Messages_AnyBursts_NeverExceedThePlanByMoreThanATenthOfASecond(ulong seed, bool requests)
    {
        const double Cap = 40_000;
        var profile = Customer with
        {
            Arrivals = new BurstArrivals(5000, 10, 0.2, 0.8),
            MessageSize = new LognormalSize(100, 1, 2000),
            Limits = requests ? new PromisedLimits { MaxRequestsPerSecond = 800 } : new PromisedLimits { MaxIngressBytesPerSecond = Cap },
        };
        var plan = ProfilePlan.For(Scaled with { Seed = seed }, profile);
        var payloads = plan.Payloads(0);
        var messages = plan.Messages(0, Phase.Measure, payloads);
        var sent = Enumerable.Range(0, 2000).Select(_ => messages.Next()).Select(message => (message.Seconds, Cost: requests ? 1.0 / 400 : payloads.Payloads[message.Payload].Length / Cap)).ToArray();

        // Over every stretch that begins with a message: no more than the stretch, the tolerance and the two messages at its ends allow.
        return Enumerable.Range(0, 40).All(i =>
        {
            var first = i * 50;
            var used = 0.0;
            return Enumerable.Range(first, sent.Length - first).All(j =>
            {
                used += sent[j].Cost;
                return used <= sent[j].Seconds - sent[first].Seconds + Shaper.Tolerance + sent[j].Cost + sent[first].Cost + 1e-9;
            });
        });
    }

    [Fact]
    public void Messages_ClosedLoop_WaitForThePlan()
    {
        var plan = ProfilePlan.For(Scaled, Customer with { Arrivals = new ClosedLoop(10), Limits = new PromisedLimits { MaxIngressBytesPerSecond = 1000 } });
        var messages = plan.Messages(0, Phase.Measure, plan.Payloads(0));

        // 100 bytes at 1,000 a second: one each 0.1 s, the second may be that much early.
        new[] { messages.Next(0).Seconds, messages.Next(0).Seconds, messages.Next(0).Seconds, messages.Next(5).Seconds }.ShouldBe([0, 0, 0.1, 5], 1e-9);
    }

    [Theory]
    [InlineData(12, 6)]
    [InlineData(4, 4)]
    [InlineData(null, 3)]
    public void Partitions_MoreThanThePlan_AreCutToIt(int? wanted, int expected) =>
        PlanOf(new PromisedLimits { MaxPartitions = 6 }).Partitions(wanted).ShouldBe(expected);

    [Fact]
    public void HeldConnections_MoreThanThePlan_AreWhatTheClientsLeave() =>
        ProfilePlan.For(Scaled, Customer with { Connections = new ConnectionLoad(50), Limits = new PromisedLimits { MaxConnections = 20 } }).HeldConnections.ShouldBe(18);

    [Fact]
    public void Payloads_LargerThanThePlan_AreCutToIt() =>
        PayloadPool.For(Customer with { Limits = new PromisedLimits { MaxMessageBytes = 60 } }, 1).Payloads.ShouldAllBe(payload => payload.Length == 60);

    private static Episode Scaled => new(1, ImmutableSortedDictionary<string, double>.Empty.Add("p", 1), HeldOut: false) { ProfileCount = 4 };

    private static double FactorOf(PromisedLimits limits) => PlanOf(limits).RateFactor;

    private static ProfilePlan PlanOf(PromisedLimits limits) => ProfilePlan.For(Scaled, Customer with { Limits = limits });
}
