using TuneSearch.Core.Clusters;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Planning;
using TuneSearch.Kafka.Planning;
using TuneSearch.Testing.Time;

namespace TuneSearch.Kafka.Tests.Planning;

public sealed class PlanExecutorTests : PlanExecutorFixture
{
    [Fact]
    public async Task ApplyAsync_DynamicAndStartSettings_CountsRestartsAndChanges()
    {
        var result = await Executor().ApplyAsync(Wanted(("num.io.threads", "20"), ("queued.max.requests", "900")), default);

        result.ShouldBe(new ApplyResult(Restarts: 2, Changes: 3));
        Brokers.Calls.ShouldBe(
        [
            "alter: num.io.threads (all brokers) = 16",
            "alter: num.io.threads (all brokers) = 20",
            "restart 1: queued.max.requests (server.properties of broker 1) = 900",
            "restart 2: queued.max.requests (server.properties of broker 2) = 900",
        ]);
    }

    [Fact]
    public async Task ApplyAsync_RestartAfterADynamicChange_WaitsUntilItHasSettled()
    {
        var time = new ManualTime();
        var start = time.GetTimestamp();
        List<TimeSpan> calls = [];
        Brokers.Script = _ => calls.Add(time.GetElapsedTime(start));

        var applying = Executor(new ExecutorOptions { SettleTime = TimeSpan.FromSeconds(1) }, clock: time).ApplyAsync(Wanted(("num.io.threads", "4"), ("queued.max.requests", "900")), default);
        time.Advance(TimeSpan.FromMinutes(1));
        (await applying).ShouldBe(new ApplyResult(Restarts: 2, Changes: 3));

        calls.ShouldBe([TimeSpan.Zero, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)]);
    }

    [Fact]
    public async Task ApplyAsync_WhatRunsAlready_TouchesNothing()
    {
        await Executor().ApplyAsync(Wanted(("num.io.threads", "10")), default);
        Brokers.Calls.Clear();

        (await Executor().ApplyAsync(Wanted(("num.io.threads", "10")), default)).ShouldBe(new ApplyResult(0, 0));
        Brokers.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task ApplyAsync_BrokerRefuses_IsInfeasibleInItsWordsAndNothingWasWritten()
    {
        var found = Brokers.State;

        var result = await Executor().ApplyAsync(Wanted(("log.cleaner.dedupe.buffer.size", "1048576")), default);

        result.Failure.ShouldBe(new Infeasible("requirement failed: log.cleaner.dedupe.buffer.size must be at least 1MB per cleaner thread."));
        (Brokers.State, File.Exists(JournalPath)).ShouldBe((found, false));
    }

    [Fact]
    public async Task ApplyAsync_HeapTooLarge_IsInfeasibleInTheJvmsWordsAndTheLastGoodRuns()
    {
        await Executor().ApplyAsync(Wanted(("num.io.threads", "12")), default);
        var lastGood = Brokers.State;

        var result = await Executor().ApplyAsync(Wanted(("num.io.threads", "16"), ("heap", "8192")), default);

        result.Failure.ShouldBe(new Infeasible("Could not reserve enough space for object heap"));
        Brokers.State.ShouldBe(lastGood);
    }

    [Fact]
    public async Task ApplyAsync_StartSettingsAgainstTheLaw_IsInfeasible()
    {
        var result = await Executor().ApplyAsync(Wanted(("queued.max.request.bytes", "1000")), default);

        result.Failure.ShouldBe(new Infeasible("requirement failed: queued.max.request.bytes must be larger or equal to socket.request.max.bytes"));
    }

    [Fact]
    public async Task ApplyAsync_BrokerThatIsDeadAlready_IsAFaultBeforeAnythingChanges()
    {
        Brokers.Kill("2");

        (await Executor(AtOnce with { HealthTimeout = TimeSpan.Zero }).ApplyAsync(Wanted(("num.io.threads", "12")), default)).Failure
            .ShouldBe(new Faulted("Not healthy after 0 s: broker 2 does not serve."));
        Brokers.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task ApplyAsync_ConnectionLost_IsAFaultAndRolledBack()
    {
        var found = Brokers.State;
        Brokers.Script = call => ThrowAt(call, 2, new ClusterFaultException("Connection to broker 1 was lost."));

        var result = await Executor().ApplyAsync(Wanted(("num.io.threads", "30")), default);

        result.Failure.ShouldBe(new Faulted("Connection to broker 1 was lost."));
        Brokers.State.ShouldBe(found);
    }

    [Fact]
    public async Task ApplyAsync_RollbackFailsToo_SaysBothAndKeepsTheJournal()
    {
        Brokers.Script = call => ThrowAt(call, 2, 3, new ClusterFaultException("No route to host."));

        var result = await Executor().ApplyAsync(Wanted(("num.io.threads", "30")), default);

        result.Failure.ShouldBe(new Faulted("No route to host. Going back to the last good configuration failed as well: No route to host."));
        File.Exists(JournalPath).ShouldBeTrue();
    }

    [Fact]
    public async Task ApplyAsync_AcceptedButNotMade_IsAFault()
    {
        Brokers.Forgets = "log.preallocate";

        var result = await Executor(AtOnce with { ReadBackTimeout = TimeSpan.Zero }).ApplyAsync(Wanted(("log.preallocate", "true")), default);

        result.Failure.ShouldBe(new Faulted("Reading back after 0 s: log.preallocate (all brokers) is not set instead of true; look whether something else writes to this cluster."));
    }

    [Fact]
    public async Task ApplyAsync_Unhealthy_IsAFaultAndRolledBack()
    {
        var found = Brokers.State;
        Brokers.Script = call => Brokers.Illness = call == 1 ? "partition orders-3 has 1 of 2 replicas in sync" : null;

        var result = await Executor(AtOnce with { HealthTimeout = TimeSpan.Zero }).ApplyAsync(Wanted(("num.io.threads", "9")), default);

        result.Failure.ShouldBe(new Faulted("Not healthy after 0 s: partition orders-3 has 1 of 2 replicas in sync."));
        Brokers.State.ShouldBe(found);
    }

    [Fact]
    public async Task ApplyAsync_Cancelled_RollsBackAndThrows()
    {
        var found = Brokers.State;
        using var stop = new CancellationTokenSource();
        Brokers.Script = call =>
        {
            if (call == 2)
            {
                stop.Cancel();
                stop.Token.ThrowIfCancellationRequested();
            }
        };

        await Should.ThrowAsync<OperationCanceledException>(() => Executor().ApplyAsync(Wanted(("num.io.threads", "30")), stop.Token));
        Brokers.State.ShouldBe(found);
    }

    [Fact]
    public async Task ApplyAsync_ParameterBecomesInactive_GoesBackToWhatWasFound()
    {
        await Executor().ApplyAsync(Wanted(("log.cleaner.backoff.ms", "2000")), default);

        await Executor().ApplyAsync([new WantedSetting(Rule("log.cleaner.backoff.ms"), null)], default);

        Brokers.Calls[^1].ShouldBe("alter: delete log.cleaner.backoff.ms (all brokers)");
    }

    private static void ThrowAt(int call, int at, Exception error) => ThrowAt(call, at, at, error);

    private static void ThrowAt(int call, int first, int last, Exception error)
    {
        if (call >= first && call <= last)
        {
            throw error;
        }
    }
}
