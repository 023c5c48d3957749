using TuneSearch.Core.Clusters;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Planning;
using TuneSearch.Core.Spaces;
using TuneSearch.Kafka.Catalogue;
using TuneSearch.Kafka.Planning;
using TuneSearch.Kafka.Tests.Clusters.Processes;
using TuneSearch.Testing.Time;

namespace TuneSearch.Kafka.Tests.Planning;

public sealed class PlanExecutorTests : IDisposable
{
    private static readonly KafkaCatalogue Catalogue = CatalogueReader.Read(new KafkaVersion(3, 9));
    private static readonly ClusterShape Shape = new(["1", "2"], []);

    /// <summary>Scripted brokers tell what holds, unless a test says otherwise.</summary>
    private static readonly ExecutorOptions AtOnce = new() { SettleTime = TimeSpan.Zero };

    private readonly string _folder = Directory.CreateTempSubdirectory("tunesearch-undo").FullName;
    private readonly ScriptedBrokers _brokers = new(Shape, Catalogue)
    {
        State = ClusterState.Empty.With(new SettingEdit(new SettingId(Place.Broker("2"), "log.segment.bytes"), "268435456")),
    };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task ApplyAsync_DynamicAndStartSettings_CountsRestartsAndChanges()
    {
        var result = await Executor().ApplyAsync(Wanted(("num.io.threads", "20"), ("queued.max.requests", "900")), default);

        result.ShouldBe(new ApplyResult(Restarts: 2, Changes: 3));
        _brokers.Calls.ShouldBe(
        [
            "alter: num.io.threads (all brokers) = 16",
            "alter: num.io.threads (all brokers) = 20",
            "restart 1: queued.max.requests (server.properties of broker 1) = 900",
            "restart 2: queued.max.requests (server.properties of broker 2) = 900",
        ]);
    }

    [Fact]
    public async Task ApplyAsync_WhatRunsAlready_TouchesNothing()
    {
        await Executor().ApplyAsync(Wanted(("num.io.threads", "10")), default);
        _brokers.Calls.Clear();

        (await Executor().ApplyAsync(Wanted(("num.io.threads", "10")), default)).ShouldBe(new ApplyResult(0, 0));
        _brokers.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task ApplyAsync_BrokerRefuses_IsInfeasibleInItsWordsAndNothingWasWritten()
    {
        var found = _brokers.State;

        var result = await Executor().ApplyAsync(Wanted(("log.cleaner.dedupe.buffer.size", "1048576")), default);

        result.Failure.ShouldBe(new Infeasible("requirement failed: log.cleaner.dedupe.buffer.size must be at least 1MB per cleaner thread."));
        (_brokers.State, File.Exists(JournalPath)).ShouldBe((found, false));
    }

    [Fact]
    public async Task ApplyAsync_HeapTooLarge_IsInfeasibleInTheJvmsWordsAndTheLastGoodRuns()
    {
        await Executor().ApplyAsync(Wanted(("num.io.threads", "12")), default);
        var lastGood = _brokers.State;

        var result = await Executor().ApplyAsync(Wanted(("num.io.threads", "16"), ("heap", "8192")), default);

        result.Failure.ShouldBe(new Infeasible("Could not reserve enough space for object heap"));
        _brokers.State.ShouldBe(lastGood);
    }

    [Fact]
    public async Task ApplyAsync_StartSettingsAgainstTheLaw_IsInfeasible()
    {
        var result = await Executor().ApplyAsync(Wanted(("queued.max.request.bytes", "1000")), default);

        result.Failure.ShouldBe(new Infeasible("requirement failed: queued.max.request.bytes must be larger or equal to socket.request.max.bytes"));
    }

    [Fact]
    public async Task RestoreAsync_BrokerThatIsDeadSinceTheCrash_IsStartedAndThenPutBack()
    {
        var found = _brokers.State;
        var shape = Shape with { WritesClusterDefault = false };
        await Executor(shape: shape).ApplyAsync(Wanted(("num.io.threads", "12"), ("queued.max.requests", "900")), default);
        _brokers.Kill("2");
        _brokers.Calls.Clear();

        await Executor(shape: shape).RestoreAsync(default);

        (_brokers.State, File.Exists(JournalPath)).ShouldBe((found, false));
        _brokers.Calls.ShouldBe(
        [
            "restart 1: delete queued.max.requests (server.properties of broker 1)",
            "restart 2: delete queued.max.requests (server.properties of broker 2)",
            "alter: delete num.io.threads (broker 1)",
            "alter: delete num.io.threads (broker 2)",
        ]);
    }

    [Fact]
    public async Task ApplyAsync_BrokerThatIsDeadAlready_IsAFaultBeforeAnythingChanges()
    {
        _brokers.Kill("2");

        (await Executor(AtOnce with { HealthTimeout = TimeSpan.Zero }).ApplyAsync(Wanted(("num.io.threads", "12")), default)).Failure
            .ShouldBe(new Faulted("Not healthy after 0 s: broker 2 does not serve."));
        _brokers.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task ApplyAsync_ConnectionLost_IsAFaultAndRolledBack()
    {
        var found = _brokers.State;
        _brokers.Script = call => ThrowAt(call, 2, new ClusterFaultException("Connection to broker 1 was lost."));

        var result = await Executor().ApplyAsync(Wanted(("num.io.threads", "30")), default);

        result.Failure.ShouldBe(new Faulted("Connection to broker 1 was lost."));
        _brokers.State.ShouldBe(found);
    }

    [Fact]
    public async Task ApplyAsync_RollbackFailsToo_SaysBothAndKeepsTheJournal()
    {
        _brokers.Script = call => ThrowAt(call, 2, 3, new ClusterFaultException("No route to host."));

        var result = await Executor().ApplyAsync(Wanted(("num.io.threads", "30")), default);

        result.Failure.ShouldBe(new Faulted("No route to host. Going back to the last good configuration failed as well: No route to host."));
        File.Exists(JournalPath).ShouldBeTrue();
    }

    [Fact]
    public async Task ApplyAsync_AcceptedButNotMade_IsAFault()
    {
        _brokers.Forgets = "log.preallocate";

        var result = await Executor(AtOnce with { ReadBackTimeout = TimeSpan.Zero }).ApplyAsync(Wanted(("log.preallocate", "true")), default);

        result.Failure.ShouldBe(new Faulted("Reading back after 0 s: log.preallocate (all brokers) is not set instead of true; look whether something else writes to this cluster."));
    }

    [Fact]
    public async Task ApplyAsync_Unhealthy_IsAFaultAndRolledBack()
    {
        var found = _brokers.State;
        _brokers.Script = call => _brokers.Illness = call == 1 ? "partition orders-3 has 1 of 2 replicas in sync" : null;

        var result = await Executor(AtOnce with { HealthTimeout = TimeSpan.Zero }).ApplyAsync(Wanted(("num.io.threads", "9")), default);

        result.Failure.ShouldBe(new Faulted("Not healthy after 0 s: partition orders-3 has 1 of 2 replicas in sync."));
        _brokers.State.ShouldBe(found);
    }

    [Fact]
    public async Task ApplyAsync_Cancelled_RollsBackAndThrows()
    {
        var found = _brokers.State;
        using var stop = new CancellationTokenSource();
        _brokers.Script = call =>
        {
            if (call == 2)
            {
                stop.Cancel();
                stop.Token.ThrowIfCancellationRequested();
            }
        };

        await Should.ThrowAsync<OperationCanceledException>(() => Executor().ApplyAsync(Wanted(("num.io.threads", "30")), stop.Token));
        _brokers.State.ShouldBe(found);
    }

    [Fact]
    public async Task RestoreAsync_AfterSeveralConfigurations_IsAsFoundAndDeletesWhatWasNotThere()
    {
        var found = _brokers.State;
        await Executor().ApplyAsync(Wanted(("num.io.threads", "30"), ("log.segment.bytes", "134217728"), ("heap", "2048")), default);
        await Executor().ApplyAsync(Wanted(("num.io.threads", "5"), ("log.segment.bytes", "536870912")), default);

        await Executor().RestoreAsync(default);

        _brokers.State.ShouldBe(found);
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
        var found = _brokers.State;
        _brokers.Script = call => ThrowAt(call, killedAt, new KilledException());
        try
        {
            await Executor().ApplyAsync(Wanted(("num.io.threads", "60"), ("log.segment.bytes", "134217728"), ("heap", "2048")), default);
        }
        catch (KilledException)
        {
            _brokers.Script = _ => { };
        }

        await Executor().RestoreAsync(default);

        _brokers.State.ShouldBe(found);
        File.Exists(JournalPath).ShouldBeFalse();
    }

    [Fact]
    public async Task RestoreAsync_BrokersTellOfAStateBeforeTheirs_IsPlannedAgain()
    {
        var found = _brokers.State;
        await Executor().ApplyAsync(Wanted(("num.io.threads", "16")), default);
        var before = _brokers.State;
        await Executor().ApplyAsync(Wanted(("num.io.threads", "32")), default);
        _brokers.Calls.Clear();
        var reads = 0;
        _brokers.Tells = () => reads++ == 0 ? before : null;

        await Executor(AtOnce with { PollInterval = TimeSpan.Zero }).RestoreAsync(default);

        _brokers.State.ShouldBe(found);
        _brokers.Calls.ShouldBe(["alter: num.io.threads (all brokers) = 16", "alter: delete num.io.threads (all brokers)"]);
    }

    [Fact]
    public async Task RestoreAsync_BrokersRefuseForGood_SaysTheirWordsAndKeepsTheJournal()
    {
        await Executor().ApplyAsync(Wanted(("num.io.threads", "12")), default);
        _brokers.Script = _ => throw new SettingRefusedException("not now");

        var refused = await Should.ThrowAsync<ClusterFaultException>(() => Executor(AtOnce with { ReadBackTimeout = TimeSpan.Zero }).RestoreAsync(default));

        (refused.Message, File.Exists(JournalPath)).ShouldBe(("A broker does not go back to what was found; if it runs something else than it tells, restart it. Its words: not now", true));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task RestoreAsync_BrokersTellForAWhileOfTheStateBeforeTheKill_IsAsFound(int killedAfter)
    {
        var found = _brokers.State;
        var before = found;
        _brokers.Script = _ => before = _brokers.State;
        await Should.ThrowAsync<KillingControl.KilledException>(() =>
            Executor(control: new KillingControl(_brokers, killedAfter)).ApplyAsync(Wanted(("num.io.threads", "60"), ("log.segment.bytes", "134217728")), default));
        _brokers.Script = _ => { };
        var time = new ManualTime();
        var start = time.GetTimestamp();
        _brokers.Tells = () => time.GetElapsedTime(start) < TimeSpan.FromMilliseconds(500) ? before : null;

        var restoring = Executor(new ExecutorOptions(), clock: time).RestoreAsync(default);
        time.Advance(TimeSpan.FromMinutes(1));
        await restoring;

        _brokers.State.ShouldBe(found);
    }

    [Fact]
    public async Task ApplyAsync_ParameterBecomesInactive_GoesBackToWhatWasFound()
    {
        await Executor().ApplyAsync(Wanted(("log.cleaner.backoff.ms", "2000")), default);

        await Executor().ApplyAsync([new WantedSetting(Rule("log.cleaner.backoff.ms"), null)], default);

        _brokers.Calls[^1].ShouldBe("alter: delete log.cleaner.backoff.ms (all brokers)");
    }

    [Fact]
    public void Journal_Unreadable_SaysWhatToDo()
    {
        File.WriteAllText(JournalPath, "{");

        Should.Throw<ClusterFaultException>(() => new UndoJournal(JournalPath)).Message
            .ShouldEndWith("put the cluster's settings right by hand and remove the file.");
    }

    private string JournalPath => Path.Combine(_folder, "undo.json");

    /// <summary>A new executor each time, as after a start: all it knows is in the journal and on the brokers.</summary>
    private PlanExecutor Executor(ExecutorOptions? options = null, ClusterShape? shape = null, TimeProvider? clock = null, IClusterControl? control = null) =>
        new(control ?? _brokers, new UndoJournal(JournalPath), shape ?? Shape, [.. Catalogue.Entries.Select(SettingRules.Of)], options ?? AtOnce, clock ?? TimeProvider.System);

    private static WantedSetting[] Wanted(params (string Name, string Value)[] settings) =>
        [.. settings.Select(s => new WantedSetting(Rule(s.Name), s.Value))];

    private static SettingRule Rule(string name) =>
        SettingRules.Of(Catalogue.Find(ParameterScope.Broker, name) ?? Catalogue.Find(ParameterScope.Jvm, name)!);

    private static void ThrowAt(int call, int at, Exception error) => ThrowAt(call, at, at, error);

    private static void ThrowAt(int call, int first, int last, Exception error)
    {
        if (call >= first && call <= last)
        {
            throw error;
        }
    }

    /// <summary>Stands for kill -9: nothing of the executor runs after it.</summary>
    private sealed class KilledException : Exception;
}
