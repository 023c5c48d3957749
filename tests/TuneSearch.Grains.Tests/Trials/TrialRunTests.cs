using System.Collections.Immutable;
using NSubstitute;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Jobs.Trials;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Objectives;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Storage;
using TuneSearch.Core.Workloads;
using TuneSearch.Grains.Clusters;
using TuneSearch.Grains.Hosting;
using TuneSearch.Grains.Messages;
using TuneSearch.Grains.Trials;
using TuneSearch.Testing.Time;

namespace TuneSearch.Grains.Tests.Trials;

public sealed class TrialRunTests
{
    private static readonly LeaseRequest Request = new("a", 0, "a/1");

    private static readonly string Measured = CoreJson.Write<TrialOutcome>(new Measured([new Measurement()]));

    private readonly ManualTime _time = new();
    private readonly List<string?> _told = [];
    private readonly ITestClusterGrain _cluster = Substitute.For<ITestClusterGrain>();

    public TrialRunTests()
    {
        _cluster.AcquireAsync(Request).Returns(new LeaseAnswer(7, null));
        _cluster.BeginApplyAsync(7, Arg.Any<Json>()).Returns(new WorkStatus(1, CoreJson.Write(new ApplyResult(2, 1))));
        _cluster.BeginEpisodeAsync(7, Arg.Any<Json>()).Returns(new WorkStatus(2, Measured));
    }

    [Fact]
    public async Task Run_ThreeEpisodes_GivesTheirMeasurementsInOne()
    {
        var run = Run(episodes: 3);

        var outcome = await run.RunAsync(Request, default);

        outcome.ShouldBeOfType<Measured>().Measurements.Length.ShouldBe(3);
        run.Restarts.ShouldBe(2);
        run.Waiting.ShouldBeNull();
        _told.ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_WhenTheClusterTellsNothing_AsksAtTheHeartbeat()
    {
        _cluster.BeginEpisodeAsync(7, Arg.Any<Json>()).Returns(new WorkStatus(2));
        _cluster.CheckAsync(7, 2).Returns(new WorkStatus(2), new WorkStatus(2, Measured));
        var running = Run(episodes: 1).RunAsync(Request, default);

        _time.Advance(TimeSpan.FromSeconds(4.9));
        running.IsCompleted.ShouldBeFalse();
        await _cluster.DidNotReceive().CheckAsync(7, 2);
        await AdvanceUntilAsync(running, TimeSpan.FromSeconds(5));

        (await running).ShouldBeOfType<Measured>();
        await _cluster.Received(2).CheckAsync(7, 2);
    }

    [Fact]
    public async Task Run_WhenTheClusterTells_AsksAtOnce()
    {
        _cluster.BeginEpisodeAsync(7, Arg.Any<Json>()).Returns(new WorkStatus(2));
        _cluster.CheckAsync(7, 2).Returns(new WorkStatus(2, Measured));
        var run = Run(episodes: 1);
        var running = run.RunAsync(Request, default);

        run.OnWorkEnded();

        (await running.WaitAsync(TimeSpan.FromSeconds(20))).ShouldBeOfType<Measured>();
    }

    [Fact]
    public async Task Run_WhenTheLeaseIsLost_IsAFaultWithTheReason()
    {
        _cluster.BeginEpisodeAsync(7, Arg.Any<Json>()).Returns(new WorkStatus(0, Refusal: "the lease has ended"));

        (await Run(episodes: 1).RunAsync(Request, default)).ShouldBe(new Faulted("the lease has ended"));
    }

    [Fact]
    public async Task Run_WhenApplyingFails_RunsNothing()
    {
        _cluster.BeginApplyAsync(7, Arg.Any<Json>())
            .Returns(new WorkStatus(1, CoreJson.Write(new ApplyResult(1, 1, new Infeasible("no such codec")))));
        var run = Run(episodes: 1);

        (await run.RunAsync(Request, default)).ShouldBe(new Infeasible("no such codec"));
        run.Restarts.ShouldBe(1);
        await _cluster.DidNotReceive().BeginEpisodeAsync(Arg.Any<long>(), Arg.Any<Json>());
    }

    [Fact]
    public async Task Run_WhenAnEpisodeIsInvalid_RunsNoOther()
    {
        _cluster.BeginEpisodeAsync(7, Arg.Any<Json>()).Returns(new WorkStatus(2, CoreJson.Write<TrialOutcome>(new Invalid("stolen"))));

        (await Run(episodes: 3).RunAsync(Request, default)).ShouldBe(new Invalid("stolen"));
        await _cluster.Received(1).BeginEpisodeAsync(7, Arg.Any<Json>());
    }

    [Fact]
    public async Task Run_WhileAnotherJobHoldsTheCluster_WaitsAndSaysWhy()
    {
        _cluster.AcquireAsync(Request).Returns(new LeaseAnswer(0, "leased to job 'b'"), new LeaseAnswer(0, "leased to job 'b'"), new LeaseAnswer(7, null));
        var run = Run(episodes: 1);

        var running = run.RunAsync(Request, default);
        run.Waiting.ShouldBe("leased to job 'b'");
        await AdvanceUntilAsync(running, TimeSpan.FromMilliseconds(25));

        (await running).ShouldBeOfType<Measured>();
        run.Waiting.ShouldBeNull();
        _told.ShouldBe(["leased to job 'b'", null]);
    }

    [Fact]
    public async Task Elapsed_AfterAWaitForTheLease_IsWhatFollowedTheLease()
    {
        var granted = new TaskCompletionSource<LeaseAnswer>();
        var measured = new TaskCompletionSource<WorkStatus>();
        _cluster.AcquireAsync(Request).Returns(granted.Task);
        _cluster.BeginEpisodeAsync(7, Arg.Any<Json>()).Returns(measured.Task);
        var run = Run(episodes: 1);
        var running = run.RunAsync(Request, default);
        _time.Advance(TimeSpan.FromMinutes(2));
        run.Elapsed.ShouldBe(TimeSpan.Zero);

        granted.SetResult(new LeaseAnswer(7, null));
        _time.Advance(TimeSpan.FromSeconds(15));
        measured.SetResult(new WorkStatus(2, Measured));
        await running;

        run.Elapsed.ShouldBe(TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task Run_ToldToStop_Stops()
    {
        using var stop = new CancellationTokenSource();
        _cluster.AcquireAsync(Request).Returns(new LeaseAnswer(0, "leased to job 'b'"));
        var running = Run(episodes: 1).RunAsync(Request, stop.Token);

        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => running);
    }

    [Theory]
    [InlineData(1, 25)]
    [InlineData(2, 50)]
    [InlineData(5, 400)]
    [InlineData(8, 2000)]
    [InlineData(1000, 2000)]
    public void Backoff_AfterSoManyTries_DoublesUpToItsLimit(int tries, int milliseconds) =>
        Backoff.After(tries, TimeSpan.FromSeconds(2)).ShouldBe(TimeSpan.FromMilliseconds(milliseconds));

    private TrialRun Run(int episodes)
    {
        var plan = new TrialPlan(
            1,
            TrialPurpose.Search,
            Configuration.Empty,
            [.. Enumerable.Range(1, episodes).Select(seed => new Episode((ulong)seed, ImmutableSortedDictionary<string, double>.Empty, false))]);
        var job = new JobSpec("a", 1, new SearchSpace("test", []), new SimulatedClusterSpec(), new ObjectiveSpec(Goal.Maximize, "throughput", null!));
        return new TrialRun(_cluster, job, plan, new GrainOptions(), _time, told =>
        {
            _told.Add(told);
            return Task.CompletedTask;
        });
    }

    private async Task AdvanceUntilAsync(Task task, TimeSpan step)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!task.IsCompleted)
        {
            limit.Token.ThrowIfCancellationRequested();
            _time.Advance(step);
            await Task.Yield();
        }
    }
}
