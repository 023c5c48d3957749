using TuneSearch.Kafka.Load.Machine;

namespace TuneSearch.Kafka.Tests.Load.Machine;

/// <summary>Ten seconds on two processors.</summary>
public sealed class MachineFactsTests
{
    private const int Ticks = 2000;

    private static readonly MachineMoment Before = new(default, 0, 0, 0, 0);

    [Fact]
    public void Between_OthersRanWhileTheLoadWaited_IsTaken() =>
        Between(busy: 2000, process: 8, brokers: 2, waited: 30).TakenTime.ShouldBe(0.5, 1e-9);

    [Fact]
    public void Between_TheLoadsThreadsWaitedForEachOther_NothingIsTaken() =>
        Between(busy: 2000, process: 15, brokers: 5, waited: 100).TakenTime.ShouldBe(0, 1e-9);

    [Fact]
    public void Between_OthersRanOnProcessorsThatWereFree_NothingIsTaken() =>
        Between(busy: 1200, process: 2, brokers: 0, waited: 0).TakenTime.ShouldBe(0, 1e-9);

    [Fact]
    public void Between_LittleWaiting_IsAllThatIsTaken() =>
        Between(busy: 2000, process: 2, brokers: 0, waited: 1).TakenTime.ShouldBe(0.05, 1e-9);

    [Fact]
    public void Between_StolenThrottledAndStepped_EachIsToldAsAShare()
    {
        var after = new MachineMoment(new ProcessorTimes(Ticks, 500, 200), 3, 0, 0, 4);

        var facts = MachineFacts.Between(Before, after, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(9));

        (facts.StolenTime, facts.ThrottledTime, facts.BusyTime, facts.ProcessProcessors, facts.ClockJump).ShouldBe((0.1, 0.2, 0.75, 0.3, TimeSpan.FromSeconds(-1)));
    }

    [Fact]
    public void Between_ASystemThatTellsNothing_HoldsNothingAgainstTheTrial() =>
        MachineFacts.Between(Before, Before, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10)).ShouldBe(new MachineFacts(0, 0, 0, 0, 0, TimeSpan.Zero));

    private static MachineFacts Between(int busy, double process, double brokers, double waited) => MachineFacts.Between(
        Before, new MachineMoment(new ProcessorTimes(Ticks, Ticks - busy, 0), process, brokers, waited, 0), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10));
}
