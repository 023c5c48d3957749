using TuneSearch.Core.Clusters;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Jobs.Futility;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Storage;
using TuneSearch.Grains.Jobs;
using TuneSearch.Grains.Messages;
using TuneSearch.Grains.Trials;

namespace TuneSearch.Grains.Tests.Jobs;

public sealed class JobFlowTests
{
    private const string Leased = "test cluster 'machine/0' is leased to job 'first'";

    [Fact]
    public async Task Start_AJobOfThreeTrials_RunsThemInOrderOnOneCluster()
    {
        await using var flow = await FlowHarness.StartAsync();
        var job = await flow.SubmitAsync("a", 3);

        await job.StartAsync();
        var view = await flow.WaitForEndAsync("a");
        await FlowHarness.EventuallyAsync(() => flow.Driver.Log.Contains("close"));

        view.Status.ShouldBe(JobStatus.Done);
        view.TrialsDone.ShouldBe(3);
        (await flow.EventsAsync("a")).ShouldBe(
            ["started 1.0", "ended 1 Measured", "started 2.0", "ended 2 Measured", "started 3.0", "ended 3 Measured", "over Done"]);
        flow.Driver.Log.ShouldBe(
            ["open a/0", "apply linger.ms=1", "run 1.0", "apply linger.ms=2", "run 2.0", "apply linger.ms=3", "run 3.0", "restore", "close"]);
    }

    [Fact]
    public async Task Start_Twice_RunsTheJobOnce()
    {
        await using var flow = await FlowHarness.StartAsync();
        var job = await flow.SubmitAsync("a", 2);

        await Task.WhenAll(job.StartAsync(), job.StartAsync());
        await flow.WaitForEndAsync("a");
        await job.StartAsync();

        (await flow.EventsAsync("a")).Length.ShouldBe(5);
    }

    /// <summary>Who starts jobs tells by the cause whether to try again; Orleans wraps what an activation throws.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Start_WhileTheStoreFails_NamesTheStoreAsTheCauseAndSucceedsLater(bool isAway)
    {
        await using var flow = await FlowHarness.StartAsync();
        var job = await flow.SubmitAsync("a", 1);
        (flow.Store.IsFull, flow.Store.IsAway) = (!isAway, isAway);

        Exception? failure = await Should.ThrowAsync<Exception>(job.StartAsync);
        while (failure is not (null or StoreException))
        {
            failure = failure.InnerException;
        }

        failure.ShouldNotBeNull();
        (flow.Store.IsFull, flow.Store.IsAway) = (false, false);
        await job.StartAsync();
        (await flow.WaitForEndAsync("a")).Status.ShouldBe(JobStatus.Done);
    }

    [Fact]
    public async Task Trial_WhenItRuns_IsOnDiskAlready()
    {
        await using var flow = await FlowHarness.StartAsync();
        var job = await flow.SubmitAsync("a", 1);
        string[] onDisk = [];
        flow.Driver.OnApply = async (_, _) =>
        {
            onDisk = await flow.EventsAsync("a");
            return new ApplyResult(0, 1);
        };

        await job.StartAsync();
        await flow.WaitForEndAsync("a");

        onDisk.ShouldBe(["started 1.0"]);
    }

    [Fact]
    public async Task Job_OfTwoClusters_HasTwoTrialsInFlight()
    {
        await using var flow = await FlowHarness.StartAsync();
        var job = await flow.SubmitAsync("a", 4, new SimulatedClusterSpec { Clusters = 2 });
        flow.Driver.OnRun = async (run, _) =>
        {
            await flow.Gates.PassAsync($"run {run.Trial}");
            return FakeThroughput();
        };

        await job.StartAsync();
        await Task.WhenAll(flow.Gates.ReachedAsync("run 1"), flow.Gates.ReachedAsync("run 2"));
        flow.Gates.IsReached("run 3").ShouldBeFalse();
        foreach (var trial in Enumerable.Range(1, 4))
        {
            flow.Gates.Open($"run {trial}");
        }

        (await flow.WaitForEndAsync("a")).TrialsDone.ShouldBe(4);
        flow.Driver.Log.ShouldContain("open a/0");
        flow.Driver.Log.ShouldContain("open a/1");
    }

    [Fact]
    public async Task Pause_InTheMiddleOfATrial_LetsItEndAndStartsNoOther()
    {
        await using var flow = await FlowHarness.StartAsync();
        var job = await flow.SubmitAsync("a", 2);
        await StartAndReachTrialAsync(flow, job);

        await job.PauseAsync();
        flow.Gates.Open("trial");
        var paused = await flow.WaitForAsync("a", view => view.TrialsDone == 1);
        flow.Time.Advance(TimeSpan.FromSeconds(100));

        paused.Status.ShouldBe(JobStatus.Paused);
        (await flow.EventsAsync("a")).ShouldBe(["started 1.0", "JobPaused", "ended 1 Measured"]);
        (await job.ViewAsync()).Read<JobView>().Elapsed.ShouldBe(TimeSpan.Zero);

        await job.ResumeAsync();
        await flow.AdvanceUntilAsync(async () => (await job.ViewAsync()).Read<JobView>().Status == JobStatus.Done);
    }

    [Fact]
    public async Task Cancel_InTheMiddleOfATrial_BreaksItOffAndPutsTheClusterBack()
    {
        await using var flow = await FlowHarness.StartAsync();
        var job = await flow.SubmitAsync("a", 2);
        await StartAndReachTrialAsync(flow, job);

        await job.CancelAsync("not wanted any more");
        await FlowHarness.EventuallyAsync(() => flow.Driver.Log.Contains("close"));

        var view = (await job.ViewAsync()).Read<JobView>();
        view.Status.ShouldBe(JobStatus.Cancelled);
        view.Reason.ShouldBe("not wanted any more");
        (await flow.EventsAsync("a")).ShouldBe(["started 1.0", "over Cancelled not wanted any more"]);
        flow.Driver.Log.ShouldBe(["open a/0", "apply linger.ms=1", "run 1.0", "restore", "close"]);
    }

    /// <summary>A report may be on its way while the job is cancelled.</summary>
    [Fact]
    public async Task TrialEnded_AfterTheJobIsOver_IsIgnored()
    {
        await using var flow = await FlowHarness.StartAsync();
        var job = await flow.SubmitAsync("a", 2);
        await StartAndReachTrialAsync(flow, job);
        await job.CancelAsync("not wanted any more");

        await job.TrialEndedAsync(new TrialReport(1, 0, Json.Of(FakeThroughput()), 0, 1));

        (await flow.EventsAsync("a")).ShouldBe(["started 1.0", "over Cancelled not wanted any more"]);
        (await job.ViewAsync()).Read<JobView>().TrialsDone.ShouldBe(0);
    }

    [Fact]
    public async Task InfeasibleConfiguration_EndsItsTrialWithoutARun()
    {
        await using var flow = await FlowHarness.StartAsync();
        var job = await flow.SubmitAsync("a", 2);
        flow.Driver.OnApply = (configuration, _) => Task.FromResult(configuration.Key == "linger.ms=1"
            ? new ApplyResult(2, 1, new Infeasible("linger too short"))
            : new ApplyResult(0, 1));

        await job.StartAsync();
        await flow.WaitForEndAsync("a");

        (await flow.EventsAsync("a")).ShouldBe(["started 1.0", "ended 1 Infeasible", "started 2.0", "ended 2 Measured", "over Done"]);
        var ended = (await flow.Store.ReadAsync("a", 0, default)).OfType<TrialEnded>().First();
        ended.Outcome.ShouldBe(new Infeasible("linger too short"));
        ended.Restarts.ShouldBe(2);
    }

    [Fact]
    public async Task Fault_ClosesTheClusterAndTheNextAttemptOpensItAnew()
    {
        await using var flow = await FlowHarness.StartAsync();
        var job = await flow.SubmitAsync("a", 1);
        flow.Driver.OnRun = (run, _) => run.Attempt == 0 ? throw new IOException("the line went dead") : Task.FromResult(FakeThroughput());

        await job.StartAsync();
        await flow.WaitForEndAsync("a");
        await FlowHarness.EventuallyAsync(() => flow.Driver.Log.Count == 10);

        (await flow.EventsAsync("a")).ShouldBe(["started 1.0", "ended 1 Faulted", "started 1.1", "ended 1 Measured", "over Done"]);
        flow.Driver.Log.ShouldBe(
            ["open a/0", "apply linger.ms=1", "run 1.0", "restore", "close", "open a/0", "apply linger.ms=1", "run 1.1", "restore", "close"]);
        (await flow.Store.ReadAsync("a", 0, default)).OfType<TrialEnded>().First().Outcome
            .ShouldBe(new Faulted("the 'simulated' cluster failed to run an episode: the line went dead"));
    }

    [Fact]
    public async Task HopelessTrial_StopsAfterTheEpisodeThatShowedIt()
    {
        await using var flow = await FlowHarness.StartAsync(job => new ScriptedDirector(job)
        {
            Episodes = 3,
            Futility = new FutilityRule([-100, -100], "the best so far"),
        });
        var job = await flow.SubmitAsync("a", 1);

        await job.StartAsync();
        await flow.WaitForEndAsync("a");

        flow.Driver.Log.Count(line => line == "run 1.0").ShouldBe(1);
        var stopped = (await flow.Store.ReadAsync("a", 0, default)).OfType<TrialEnded>().Single().Outcome.ShouldBeOfType<Stopped>();
        stopped.Measurements.Length.ShouldBe(1);
        stopped.Reason.ShouldStartWith("hopeless after 1 of 3 episodes");
    }

    [Fact]
    public async Task JobsOfOneMachine_TakeTurns()
    {
        await using var flow = await FlowHarness.StartAsync();
        var first = await flow.SubmitAsync("first", 1, new EmbeddedClusterSpec());
        var second = await flow.SubmitAsync("second", 1, new EmbeddedClusterSpec());
        flow.MachineDriver.OnRun = async (run, _) =>
        {
            await flow.Gates.PassAsync("trial");
            return FakeThroughput();
        };
        await first.StartAsync();
        await flow.Gates.ReachedAsync("trial");

        await second.StartAsync();

        // Told at once, without a heartbeat: a clock that ran on would end the lease of the first.
        await flow.WaitForAsync("second", view => view.Reason == Leased);

        flow.MachineDriver.Log.ShouldBe(["open first/0", "apply linger.ms=1", "run 1.0"]);
        flow.Gates.Open("trial");
        await flow.AdvanceUntilAsync(async () => (await second.ViewAsync()).Read<JobView>().Status == JobStatus.Done);
        (await first.ViewAsync()).Read<JobView>().Status.ShouldBe(JobStatus.Done);
        flow.MachineDriver.Log.ShouldContain("open second/0");
    }

    /// <summary>A wall clock of ten minutes behind a job of an hour would be over before the first trial.</summary>
    [Fact]
    public async Task WaitingForAnotherJob_IsNoTimeOfMeasuring()
    {
        await using var flow = await FlowHarness.StartAsync();
        var first = await flow.SubmitAsync("first", 1, new EmbeddedClusterSpec());
        var second = await flow.SubmitAsync("second", 1, new EmbeddedClusterSpec());
        var runs = 0;
        flow.MachineDriver.OnRun = async (_, _) =>
        {
            await flow.Gates.PassAsync($"run {Interlocked.Increment(ref runs)}");
            return FakeThroughput();
        };
        await first.StartAsync();
        await flow.Gates.ReachedAsync("run 1");
        await second.StartAsync();
        await flow.WaitForAsync("second", view => view.Reason == Leased);

        flow.Time.Advance(TimeSpan.FromSeconds(20));

        (await first.ViewAsync()).Read<JobView>().Elapsed.ShouldBe(TimeSpan.FromSeconds(20));
        (await second.ViewAsync()).Read<JobView>().Elapsed.ShouldBe(TimeSpan.Zero);
        flow.Gates.Open("run 1");
        await flow.AdvanceUntilAsync(() => flow.Gates.IsReached("run 2"));
        var measuring = (await flow.WaitForAsync("second", view => view.Reason is null)).Elapsed;
        flow.Time.Advance(TimeSpan.FromSeconds(7));
        (await second.ViewAsync()).Read<JobView>().Elapsed.ShouldBe(measuring + TimeSpan.FromSeconds(7));
        flow.Gates.Open("run 2");
        (await flow.WaitForEndAsync("second")).Status.ShouldBe(JobStatus.Done);
    }

    [Fact]
    public async Task UnknownJob_IsRefused()
    {
        await using var flow = await FlowHarness.StartAsync();

        var exception = await Should.ThrowAsync<UnknownJobException>(() => flow.Job("nobody").StartAsync());

        exception.Message.ShouldBe("There is no job 'nobody' in the store. 'tunesearch jobs' lists those there are.");
        await flow.SubmitAsync("nobody", 1);
        await flow.Job("nobody").StartAsync();
        (await flow.WaitForEndAsync("nobody")).Status.ShouldBe(JobStatus.Done);
    }

    private static TrialOutcome FakeThroughput() => Testing.Clusters.FakeClusterDriver.Throughput(1);

    private static async Task StartAndReachTrialAsync(FlowHarness flow, ISearchJobGrain job)
    {
        flow.Driver.OnRun = async (_, cancellationToken) =>
        {
            await flow.Gates.PassAsync("trial").WaitAsync(cancellationToken);
            return FakeThroughput();
        };
        await job.StartAsync();
        await flow.Gates.ReachedAsync("trial");
    }
}
