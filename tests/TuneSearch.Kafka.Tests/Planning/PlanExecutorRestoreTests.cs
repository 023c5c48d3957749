using TuneSearch.Core.Planning;
using TuneSearch.Kafka.Planning;
using TuneSearch.Kafka.Tests.Clusters.Processes;
using TuneSearch.Testing.Time;

namespace TuneSearch.Kafka.Tests.Planning;

/// <summary>Putting a cluster back: after a job, after a kill, against brokers that are dead, late or unwilling.</summary>
public sealed class PlanExecutorRestoreTests : PlanExecutorFixture
{
    [Fact]
    public async Task RestoreAsync_BrokerThatIsDeadSinceTheCrash_IsStartedAndThenPutBack()
    {
        var found = Brokers.State;
        var shape = Shape with { WritesClusterDefault = false };
        await Executor(shape: shape).ApplyAsync(Wanted(("num.io.threads", "12"), ("queued.max.requests", "900")), default);
        Brokers.Kill("2");
        Brokers.Calls.Clear();

        await Executor(shape: shape).RestoreAsync(default);

        (Brokers.State, File.Exists(JournalPath)).ShouldBe((found, false));
        Brokers.Calls.ShouldBe(
        [
            "restart 1: delete queued.max.requests (server.properties of broker 1)",
            "restart 2: delete queued.max.requests (server.properties of broker 2)",
            "alter: delete num.io.threads (broker 1)",
            "alter: delete num.io.threads (broker 2)",
        ]);
    }

    [Fact]
    public async Task RestoreAsync_AfterSeveralConfigurations_IsAsFoundAndDeletesWhatWasNotThere()
    {
        var found = Brokers.State;
        await Executor().ApplyAsync(Wanted(("num.io.threads", "30"), ("log.segment.bytes", "134217728"), ("heap", "2048")), default);
        await Executor().ApplyAsync(Wanted(("num.io.threads", "5"), ("log.segment.bytes", "536870912")), default);

        await Executor().RestoreAsync(default);

        Brokers.State.ShouldBe(found);
        File.Exists(JournalPath).ShouldBeFalse();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task RestoreAsync_NextStartAfterAKillAtAnyCall_IsAsFound(int killedAt)
    {
        var found = Brokers.State;
        Brokers.Script = call =>
        {
            if (call == killedAt)
            {
                throw new KillingControl.KilledException();
            }
        };
        try
        {
            await Executor().ApplyAsync(Wanted(("num.io.threads", "60"), ("log.segment.bytes", "134217728"), ("heap", "2048")), default);
        }
        catch (KillingControl.KilledException)
        {
            Brokers.Script = _ => { };
        }

        await Executor().RestoreAsync(default);

        Brokers.State.ShouldBe(found);
        File.Exists(JournalPath).ShouldBeFalse();
    }

    [Fact]
    public async Task RestoreAsync_BrokersTellOfAStateBeforeTheirs_IsPlannedAgain()
    {
        var found = Brokers.State;
        await Executor().ApplyAsync(Wanted(("num.io.threads", "16")), default);
        var before = Brokers.State;
        await Executor().ApplyAsync(Wanted(("num.io.threads", "32")), default);
        Brokers.Calls.Clear();
        var reads = 0;
        Brokers.Tells = () => reads++ == 0 ? before : null;

        await Executor(AtOnce with { PollInterval = TimeSpan.Zero }).RestoreAsync(default);

        Brokers.State.ShouldBe(found);
        Brokers.Calls.ShouldBe(["alter: num.io.threads (all brokers) = 16", "alter: delete num.io.threads (all brokers)"]);
    }

    [Fact]
    public async Task RestoreAsync_BrokersRefuseForGood_SaysTheirWordsAndKeepsTheJournal()
    {
        await Executor().ApplyAsync(Wanted(("num.io.threads", "12")), default);
        Brokers.Script = _ => throw new SettingRefusedException("not now");

        var refused = await Should.ThrowAsync<ClusterFaultException>(() => Executor(AtOnce with { ReadBackTimeout = TimeSpan.Zero }).RestoreAsync(default));

        (refused.Message, File.Exists(JournalPath)).ShouldBe(("A broker does not go back to what was found; if it runs something else than it tells, restart it. Its words: not now", true));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task RestoreAsync_BrokersTellForAWhileOfTheStateBeforeTheKill_IsAsFound(int killedAfter)
    {
        var found = Brokers.State;
        var before = found;
        Brokers.Script = _ => before = Brokers.State;
        await Should.ThrowAsync<KillingControl.KilledException>(() =>
            Executor(control: new KillingControl(Brokers, killedAfter)).ApplyAsync(Wanted(("num.io.threads", "60"), ("log.segment.bytes", "134217728")), default));
        Brokers.Script = _ => { };
        var time = new ManualTime();
        var start = time.GetTimestamp();
        Brokers.Tells = () => time.GetElapsedTime(start) < TimeSpan.FromMilliseconds(500) ? before : null;

        var restoring = Executor(new ExecutorOptions(), clock: time).RestoreAsync(default);
        time.Advance(TimeSpan.FromMinutes(1));
        await restoring;

        Brokers.State.ShouldBe(found);
    }

    [Fact]
    public void Journal_Unreadable_SaysWhatToDo()
    {
        File.WriteAllText(JournalPath, "{");

        Should.Throw<ClusterFaultException>(() => new UndoJournal(JournalPath)).Message
            .ShouldEndWith("put the cluster's settings right by hand and remove the file.");
    }
}
