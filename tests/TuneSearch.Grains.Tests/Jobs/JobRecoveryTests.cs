using TuneSearch.Core.Jobs;
using TuneSearch.Testing.Clusters;

namespace TuneSearch.Grains.Tests.Jobs;

public sealed class JobRecoveryTests
{
    private static readonly string[] WholeJob =
        ["started 1.0", "ended 1 Measured", "started 2.0", "ended 2 Measured", "started 3.0", "ended 3 Measured", "over Done"];

    [Fact]
    public async Task Crash_InTheMiddleOfATrial_RunsThatTrialAgainAndGoesOn()
    {
        await using var flow = await FlowHarness.StartAsync();
        await RunIntoSecondTrialAsync(flow);

        await flow.CrashAndRestartAsync();
        await flow.Job("a").StartAsync();
        var view = await flow.WaitForEndAsync("a");

        view.Status.ShouldBe(JobStatus.Done);
        (await flow.EventsAsync("a")).ShouldBe(WholeJob);
        flow.Driver.Log.Take(4).ShouldBe(["open a/0", "apply linger.ms=2", "run 2.0", "apply linger.ms=3"]);
        flow.Gates.Open("run 2");
    }

    [Fact]
    public async Task Crash_OfAPausedJob_LeavesItPaused()
    {
        await using var flow = await FlowHarness.StartAsync();
        await RunIntoSecondTrialAsync(flow);
        await flow.Job("a").PauseAsync();

        await flow.CrashAndRestartAsync();
        await flow.Job("a").StartAsync();
        await flow.WaitForAsync("a", view => view.TrialsDone == 2);

        (await flow.EventsAsync("a")).ShouldBe(["started 1.0", "ended 1 Measured", "started 2.0", "JobPaused", "ended 2 Measured"]);
        await flow.Job("a").ResumeAsync();
        (await flow.WaitForEndAsync("a")).TrialsDone.ShouldBe(3);
        flow.Gates.Open("run 2");
    }

    [Fact]
    public async Task GracefulStop_InTheMiddleOfATrial_PutsTheClusterBackAndGoesOnLater()
    {
        await using var flow = await FlowHarness.StartAsync();
        await RunIntoSecondTrialAsync(flow);
        var before = flow.Driver;

        await flow.StopAndRestartAsync();

        before.Log.TakeLast(2).ShouldBe(["restore", "close"]);
        (await flow.EventsAsync("a")).ShouldBe(["started 1.0", "ended 1 Measured", "started 2.0"]);
        await flow.Job("a").StartAsync();
        await flow.WaitForEndAsync("a");
        (await flow.EventsAsync("a")).ShouldBe(WholeJob);
    }

    [Fact]
    public async Task FullDisk_InTheMiddleOfAJob_StopsItUntilThereIsRoom()
    {
        await using var flow = await FlowHarness.StartAsync();
        await RunIntoSecondTrialAsync(flow);

        flow.Store.IsFull = true;
        flow.Gates.Open("run 2");
        await flow.AdvanceUntilAsync(() => flow.Store.Refusals > 2);
        (await flow.EventsAsync("a")).ShouldBe(["started 1.0", "ended 1 Measured", "started 2.0"]);

        flow.Store.IsFull = false;
        await flow.AdvanceUntilAsync(async () => (await flow.Job("a").ViewAsync()).Read<JobView>().Status == JobStatus.Done);
        (await flow.EventsAsync("a")).ShouldBe(WholeJob);
    }

    /// <summary>What happened is on disk, the trial that follows is started there and nowhere else: the report that comes again is known, and must not be the last that moves the job.</summary>
    [Fact]
    public async Task LostAnswer_ToTheEndOfATrial_DoesNotLeaveTheJobWithoutADriver()
    {
        await using var flow = await FlowHarness.StartAsync();
        await RunIntoSecondTrialAsync(flow);

        flow.Store.LoseNextAnswer();
        flow.Gates.Open("run 2");

        await flow.AdvanceUntilAsync(async () => (await flow.EventsAsync("a")).Contains("over Done"));
        (await flow.EventsAsync("a")).ShouldBe(WholeJob);
    }

    [Fact]
    public async Task EndedJob_AfterARestart_StaysEnded()
    {
        await using var flow = await FlowHarness.StartAsync();
        await (await flow.SubmitAsync("a", 1)).StartAsync();
        await flow.WaitForEndAsync("a");

        await flow.StopAndRestartAsync();
        await flow.Job("a").StartAsync();

        (await flow.Job("a").ViewAsync()).Read<JobView>().Status.ShouldBe(JobStatus.Done);
        (await flow.EventsAsync("a")).Length.ShouldBe(3);
        flow.Driver.Log.ShouldBeEmpty();
    }

    [Fact]
    public async Task ElapsedTime_AfterACrash_GoesOnFromTheLastEvent()
    {
        await using var flow = await FlowHarness.StartAsync();
        var gate = flow.Gates;
        flow.Driver.OnRun = async (run, _) =>
        {
            await gate.PassAsync($"run {run.Trial}");
            return FakeClusterDriver.Throughput(1);
        };
        await (await flow.SubmitAsync("a", 3)).StartAsync();
        await gate.ReachedAsync("run 1");
        flow.Time.Advance(TimeSpan.FromSeconds(7));
        gate.Open("run 1");
        await gate.ReachedAsync("run 2");
        flow.Time.Advance(TimeSpan.FromSeconds(3));
        await flow.WaitForAsync("a", view => view.Elapsed == TimeSpan.FromSeconds(10));

        await flow.CrashAndRestartAsync();

        (await flow.Job("a").ViewAsync()).Read<JobView>().Elapsed.ShouldBe(TimeSpan.FromSeconds(7));
        (await flow.Store.ReadAsync("a", 0, default)).OfType<TrialEnded>().Single().Seconds.ShouldBe(7);
        gate.Open("run 2");
    }

    /// <summary>A job of three trials, whose second waits at a gate until it is told to stop.</summary>
    private static async Task RunIntoSecondTrialAsync(FlowHarness flow)
    {
        var gates = flow.Gates;
        flow.Driver.OnRun = async (run, cancellationToken) =>
        {
            if (run.Trial == 2)
            {
                await gates.PassAsync("run 2").WaitAsync(cancellationToken);
            }

            return FakeClusterDriver.Throughput(run.Trial);
        };
        await (await flow.SubmitAsync("a", 3)).StartAsync();
        await gates.ReachedAsync("run 2");
    }
}
