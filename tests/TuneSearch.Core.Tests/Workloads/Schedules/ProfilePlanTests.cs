using System.Collections.Immutable;
using FsCheck;
using FsCheck.Xunit;
using TuneSearch.Core.Workloads;
using TuneSearch.Core.Workloads.Schedules;

namespace TuneSearch.Core.Tests.Workloads.Schedules;

public sealed class ProfilePlanTests
{
    private static readonly ArrivalProcess[] Processes =
    [
        new ConstantArrivals(900), new PoissonArrivals(900), new BurstArrivals(2000, 100, 0.2, 0.3), new DiurnalArrivals(900, 0.8, 3),
    ];

    [Property(MaxTest = 40)]
    public bool Messages_SameSeed_SameToTheMessage(ulong seed, byte process, byte producer, bool measured)
    {
        var phase = measured ? Phase.Measure : Phase.WarmUp;

        return Draw(Plan(seed, Processes[process % 4]), producer % 3, phase, 500).SequenceEqual(Draw(Plan(seed, Processes[process % 4]), producer % 3, phase, 500));
    }

    [Property(MaxTest = 40)]
    public bool Messages_IntendedTimes_NeverFall(ulong seed, byte process)
    {
        var times = Draw(Plan(seed, Processes[process % 4]), 0, Phase.Measure, 500).Select(message => message.Seconds).ToArray();

        return times[0] >= 0 && times.Zip(times.Skip(1)).All(pair => pair.First <= pair.Second);
    }

    [Property(MaxTest = 20)]
    public bool Messages_ReadInTurnWithAnotherProducer_AreTheSame(ulong seed)
    {
        var plan = Plan(seed, Processes[1]);
        var alone = Draw(plan, 0, Phase.Measure, 100);
        var payloads = plan.Payloads(0);
        var one = plan.Messages(0, Phase.Measure, payloads);
        var other = plan.Messages(1, Phase.Measure, payloads);
        var turns = Enumerable.Range(0, 100).Select(_ =>
        {
            other.Next();
            return one.Next();
        });

        return alone.SequenceEqual(turns);
    }

    [Fact]
    public void Messages_OtherProducerOrPhase_Differ()
    {
        var plan = Plan(1, Processes[1]);

        Draw(plan, 0, Phase.Measure, 20).ShouldNotBe(Draw(plan, 1, Phase.Measure, 20));
        Draw(plan, 0, Phase.Measure, 20).ShouldNotBe(Draw(plan, 0, Phase.WarmUp, 20));
    }

    [Theory]
    [InlineData(0, 900)]
    [InlineData(1, 900)]
    [InlineData(2, 2000 * 0.4 + 100 * 0.6)]
    [InlineData(3, 900)]
    public void Messages_OverLongTime_HaveTheRateOfTheProfile(int process, double rate)
    {
        const double seconds = 300;
        var plan = Plan(11, Processes[process]);

        var count = Enumerable.Range(0, plan.Profile.Producers).Sum(producer =>
        {
            var messages = plan.Messages(producer, Phase.Measure, plan.Payloads(producer));
            var sent = 0;
            while (messages.Next().Seconds < seconds)
            {
                sent++;
            }

            return sent;
        });

        (count / seconds).ShouldBe(rate, rate * 0.1);
    }

    [Fact]
    public void Messages_ShareOfTheMixture_ScalesTheRate()
    {
        var profile = Of(new ConstantArrivals(1000)) with { Producers = 1 };
        var episode = new Episode(1, ImmutableSortedDictionary<string, double>.Empty.Add("p", 0.25), false) { ProfileCount = 2 };

        var plan = ProfilePlan.For(episode, profile);

        plan.RateFactor.ShouldBe(0.5);
        Draw(plan, 0, Phase.Measure, 501)[^1].Seconds.ShouldBe(1, 0.01);
    }

    [Fact]
    public void Messages_ClosedLoop_HaveNoTimesAndABound()
    {
        var plan = Plan(1, new ClosedLoop(300));

        plan.Messages(0, Phase.Measure, plan.Payloads(0)).IsClosedLoop.ShouldBeTrue();
        plan.Outstanding.ShouldBe(300);
    }

    [Fact]
    public void Aborts_OverManyTransactions_KeepsTheRate()
    {
        var plan = ProfilePlan.For(Only(5), Of(new ClosedLoop()) with { Transactions = new TransactionLoad(10, 0.2) });

        Enumerable.Range(0, 5000).Count(i => plan.Aborts(0, i)).ShouldBeInRange(900, 1100);
        Enumerable.Range(0, 50).Select(i => plan.Aborts(0, i)).ShouldBe(Enumerable.Range(0, 50).Select(i => plan.Aborts(0, i)));
    }

    [Fact]
    public void Rebalances_TwoAMinute_ComeEveryThirtySeconds()
    {
        var instants = ProfilePlan.For(Only(5), Of(new ClosedLoop()) with { RebalancesPerMinute = 2 }).Rebalances();
        var first = instants.NextSeconds();

        first.ShouldBeInRange(0, 30);
        instants.NextSeconds().ShouldBe(first + 30, 1e-9);
    }

    [Fact]
    public void Churn_None_NeverHappens() => Plan(1, Processes[0]).Churn().NextSeconds().ShouldBe(double.PositiveInfinity);

    private static PlannedMessage[] Draw(ProfilePlan plan, int producer, Phase phase, int count)
    {
        var messages = plan.Messages(producer, phase, plan.Payloads(producer));
        return [.. Enumerable.Range(0, count).Select(_ => messages.Next())];
    }

    private static ProfilePlan Plan(ulong seed, ArrivalProcess arrivals) => ProfilePlan.For(Only(seed), Of(arrivals));

    private static Profile Of(ArrivalProcess arrivals) => new("p") { Arrivals = arrivals, Producers = 3, Keys = new ZipfKeys(100), MessageSize = new FixedSize(64) };

    private static Episode Only(ulong seed) => new(seed, ImmutableSortedDictionary<string, double>.Empty.Add("p", 1), HeldOut: false);
}
