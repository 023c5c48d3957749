using System.Collections.Immutable;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Storage;
using TuneSearch.Core.Workloads;
using TuneSearch.Grains.Clusters;
using TuneSearch.Grains.Messages;
using TuneSearch.Grains.Tests.Jobs;
using TuneSearch.Testing.Clusters;

namespace TuneSearch.Grains.Tests.Clusters;

public sealed class TestClusterGrainTests
{
    private const string Key = "machine/0";

    private static readonly Json Good = Json.Of(Configuration.Empty.With("linger.ms", ParameterValue.Integer(5)));

    private static readonly Json Refused = Json.Of(Configuration.Empty.With("linger.ms", ParameterValue.Integer(-5)));

    [Fact]
    public async Task Acquire_ByTheNextTrial_MakesTheEarlierTokenStale()
    {
        await using var flow = await StartAsync();
        var cluster = flow.Cluster(Key);
        var first = await cluster.AcquireAsync(new LeaseRequest("a", 0, "a/1"));
        var applied = await DoAsync(cluster, first.Token, () => cluster.BeginApplyAsync(first.Token, Good));

        var second = await cluster.AcquireAsync(new LeaseRequest("a", 0, "a/2"));

        (first.Token, second.Token).ShouldBe((1, 2));
        applied.Refusal.ShouldBeNull();
        const string Stale = "fencing token 1 of test cluster 'machine/0' is stale, the latest is 2: another trial has taken the cluster over";
        (await cluster.BeginApplyAsync(1, Good)).Refusal.ShouldBe(Stale);
        (await cluster.BeginEpisodeAsync(1, Run())).Refusal.ShouldBe(Stale);
        (await cluster.CheckAsync(1, applied.Work)).Refusal.ShouldBe(Stale);
        flow.MachineDriver.Log.ShouldBe(["open a/0", "apply linger.ms=5"]);
    }

    [Fact]
    public async Task Acquire_AfterACrash_HasAHigherTokenThanBefore()
    {
        await using var flow = await StartAsync();
        await flow.Cluster(Key).AcquireAsync(new LeaseRequest("a", 0, "a/1"));

        await flow.CrashAndRestartAsync();

        (await flow.Cluster(Key).AcquireAsync(new LeaseRequest("a", 0, "a/1"))).Token.ShouldBe(2);
        (await flow.Cluster(Key).CheckAsync(1, 1)).Refusal.ShouldNotBeNull();
    }

    [Fact]
    public async Task Acquire_WhileAnotherJobHoldsIt_IsRefusedUntilTheTermIsOver()
    {
        await using var flow = await StartAsync();
        var cluster = flow.Cluster(Key);
        var first = await cluster.AcquireAsync(new LeaseRequest("a", 0, "a/1"));
        await DoAsync(cluster, first.Token, () => cluster.BeginApplyAsync(first.Token, Good));

        (await cluster.AcquireAsync(new LeaseRequest("b", 0, "b/1"))).Refusal.ShouldBe("test cluster 'machine/0' is leased to job 'a'");
        flow.Time.Advance(TimeSpan.FromSeconds(61));
        await flow.AdvanceUntilAsync(() => flow.MachineDriver.Log.Contains("close"));

        flow.MachineDriver.Log.ShouldBe(["open a/0", "apply linger.ms=5", "restore", "close"]);
        (await GrantedAsync(cluster, new LeaseRequest("b", 0, "b/1"))).Token.ShouldBe(2);
    }

    [Fact]
    public async Task Check_AgainAndAgain_RenewsTheLease()
    {
        await using var flow = await StartAsync();
        var cluster = flow.Cluster(Key);
        var lease = await cluster.AcquireAsync(new LeaseRequest("a", 0, "a/1"));
        var applied = await DoAsync(cluster, lease.Token, () => cluster.BeginApplyAsync(lease.Token, Good));

        for (var minute = 0; minute < 5; minute++)
        {
            flow.Time.Advance(TimeSpan.FromSeconds(50));
            (await cluster.CheckAsync(lease.Token, applied.Work)).Refusal.ShouldBeNull();
        }

        flow.MachineDriver.Log.ShouldNotContain("restore");
    }

    [Fact]
    public async Task Lease_OfAHolderThatFellSilentInTheMiddleOfWork_EndsAndTheClusterIsPutBack()
    {
        await using var flow = await StartAsync();
        flow.MachineDriver.OnRun = async (_, cancellationToken) =>
        {
            await flow.Gates.PassAsync("silent").WaitAsync(cancellationToken);
            return FakeClusterDriver.Throughput(1);
        };
        var cluster = flow.Cluster(Key);
        var lease = await cluster.AcquireAsync(new LeaseRequest("a", 0, "a/1"));
        await DoAsync(cluster, lease.Token, () => cluster.BeginApplyAsync(lease.Token, Good));
        await cluster.BeginEpisodeAsync(lease.Token, Run());
        await flow.Gates.ReachedAsync("silent");

        flow.Time.Advance(TimeSpan.FromSeconds(61));
        await flow.AdvanceUntilAsync(() => flow.MachineDriver.Log.Contains("close"));

        (await GrantedAsync(cluster, new LeaseRequest("b", 0, "b/1"))).Token.ShouldBe(2);
        flow.MachineDriver.Log.ShouldBe(["open a/0", "apply linger.ms=5", "run 1.0", "restore", "close"]);
    }

    [Fact]
    public async Task Acquire_WhileAnEarlierTrialIsAtWork_StopsThatWorkFirst()
    {
        await using var flow = await StartAsync();
        flow.MachineDriver.OnApply = async (_, cancellationToken) =>
        {
            await flow.Gates.PassAsync("applying").WaitAsync(cancellationToken);
            return new ApplyResult(0, 1);
        };
        var cluster = flow.Cluster(Key);
        var first = await cluster.AcquireAsync(new LeaseRequest("a", 0, "a/1"));
        await cluster.BeginApplyAsync(first.Token, Good);
        await flow.Gates.ReachedAsync("applying");

        (await cluster.AcquireAsync(new LeaseRequest("a", 0, "a/2"))).Refusal.ShouldBe("test cluster 'machine/0' is still stopping earlier work");
        (await GrantedAsync(cluster, new LeaseRequest("a", 0, "a/2"))).Token.ShouldBe(2);
    }

    [Fact]
    public async Task Begin_ClusterThatKeptFiles_StoresThemWithTheTrial()
    {
        await using var flow = await StartAsync();
        var cluster = flow.Cluster(Key);
        var lease = await cluster.AcquireAsync(new LeaseRequest("a", 0, "a/17"));
        flow.MachineDriver.Evidence.Enqueue(new EvidenceFile("died-broker-1.log", "why"u8.ToArray()));
        await DoAsync(cluster, lease.Token, () => cluster.BeginApplyAsync(lease.Token, Good));
        flow.MachineDriver.Evidence.Enqueue(new EvidenceFile("heap.hprof", "dump"u8.ToArray()));
        await DoAsync(cluster, lease.Token, () => cluster.BeginEpisodeAsync(lease.Token, Run()));

        (await flow.Store.ListEvidenceAsync("a", default)).ShouldBe([new EvidenceName(17, "died-broker-1.log", 3), new EvidenceName(17, "heap.hprof", 4)]);
    }

    [Fact]
    public async Task View_AfterARefusedConfiguration_TellsTheLastGoodOne()
    {
        await using var flow = await StartAsync();
        flow.MachineDriver.OnApply = (configuration, _) => Task.FromResult(
            new ApplyResult(0, 1, configuration.Key == "linger.ms=-5" ? new Infeasible("no") : null));
        var cluster = flow.Cluster(Key);
        var lease = await cluster.AcquireAsync(new LeaseRequest("a", 0, "a/1"));

        await DoAsync(cluster, lease.Token, () => cluster.BeginApplyAsync(lease.Token, Good));
        var refused = await DoAsync(cluster, lease.Token, () => cluster.BeginApplyAsync(lease.Token, Refused));

        CoreJson.Read<ApplyResult>(refused.Result!).Failure.ShouldBe(new Infeasible("no"));
        var view = await cluster.ViewAsync();
        (view.LastApplied, view.LastGood).ShouldBe((Good.Text, Good.Text));
        (view.Token, view.Job, view.IsOpen).ShouldBe((1, "a", true));
    }

    [Fact]
    public async Task Crash_InTheMiddleOfAnApply_LeavesItOnRecord()
    {
        await using var flow = await StartAsync();
        var gates = flow.Gates;
        flow.MachineDriver.OnApply = async (_, _) =>
        {
            await gates.PassAsync("applying");
            return new ApplyResult(0, 1);
        };
        var lease = await flow.Cluster(Key).AcquireAsync(new LeaseRequest("a", 0, "a/1"));
        await flow.Cluster(Key).BeginApplyAsync(lease.Token, Good);
        await gates.ReachedAsync("applying");

        await flow.CrashAndRestartAsync();

        var view = await flow.Cluster(Key).ViewAsync();
        (view.LastApplied, view.LastGood, view.IsOpen).ShouldBe((Good.Text, null, false));
        gates.Open("applying");
    }

    [Fact]
    public async Task End_ByAnotherJob_ChangesNothing()
    {
        await using var flow = await StartAsync();
        var cluster = flow.Cluster(Key);
        await cluster.AcquireAsync(new LeaseRequest("a", 0, "a/1"));

        await cluster.EndAsync("b");

        (await cluster.ViewAsync()).Job.ShouldBe("a");
    }

    [Fact]
    public async Task BeginEpisode_WhileItApplies_IsRefused()
    {
        await using var flow = await StartAsync();
        flow.MachineDriver.OnApply = async (_, cancellationToken) =>
        {
            await flow.Gates.PassAsync("applying").WaitAsync(cancellationToken);
            return new ApplyResult(0, 1);
        };
        var cluster = flow.Cluster(Key);
        var lease = await cluster.AcquireAsync(new LeaseRequest("a", 0, "a/1"));
        await cluster.BeginApplyAsync(lease.Token, Good);

        (await cluster.BeginEpisodeAsync(lease.Token, Run())).Refusal.ShouldBe("test cluster 'machine/0' is at work already and does one thing at a time");
    }

    [Fact]
    public async Task End_WhileAnotherJobHasTheClusterPutBack_LeavesTheNextLeaseAlone()
    {
        const string Unknown = "fencing token 0 of test cluster 'machine/0' is stale, the latest is 1: another trial has taken the cluster over";
        await using var flow = await StartAsync();
        flow.MachineDriver.OnRestore = () => flow.Gates.PassAsync("restoring");
        var cluster = flow.Cluster(Key);
        var first = await cluster.AcquireAsync(new LeaseRequest("a", 0, "a/1"));
        var applied = await DoAsync(cluster, first.Token, () => cluster.BeginApplyAsync(first.Token, Good));

        // Renewed between two looks of the watch, which come every 15 s: at 81 s the lease is over, and the watch has not seen it yet.
        foreach (var step in new[] { 15, 5, 10, 15, 15, 15, 6 })
        {
            flow.Time.Advance(TimeSpan.FromSeconds(step));
            (await (step == 5 ? cluster.CheckAsync(first.Token, applied.Work) : cluster.CheckAsync(0, 0))).Refusal.ShouldBe(step == 5 ? null : Unknown);
        }

        (await cluster.AcquireAsync(new LeaseRequest("b", 0, "b/1"))).Refusal.ShouldBe("test cluster 'machine/0' is being put back as it was found");
        await flow.Gates.ReachedAsync("restoring");

        await cluster.EndAsync("a");
        flow.Gates.Open("restoring");
        var second = await GrantedAsync(cluster, new LeaseRequest("b", 0, "b/1"));
        await DoAsync(cluster, second.Token, () => cluster.BeginApplyAsync(second.Token, Good));

        var view = await cluster.ViewAsync();
        (view.Job, view.IsOpen).ShouldBe(("b", true));
    }

    [Fact]
    public async Task End_ThatCanNotBeRecorded_PutsTheClusterBackAllTheSame()
    {
        await using var flow = await StartAsync();
        var cluster = flow.Cluster(Key);
        var lease = await cluster.AcquireAsync(new LeaseRequest("a", 0, "a/1"));
        await DoAsync(cluster, lease.Token, () => cluster.BeginApplyAsync(lease.Token, Good));

        flow.Store.IsFull = true;

        // Orleans wraps what a storage throws in an exception of its own.
        await Should.ThrowAsync<Exception>(() => cluster.EndAsync("a"));

        await FlowHarness.EventuallyAsync(() => flow.MachineDriver.Log.Contains("close"));
    }

    [Fact]
    public async Task End_InTheMiddleOfAnApplyThatCanNotBeRecorded_PutsTheClusterBackAllTheSame()
    {
        await using var flow = await StartAsync();
        flow.MachineDriver.OnApply = async (_, _) =>
        {
            await flow.Gates.PassAsync("applying");
            return new ApplyResult(0, 1);
        };
        var cluster = flow.Cluster(Key);
        var lease = await cluster.AcquireAsync(new LeaseRequest("a", 0, "a/1"));
        await cluster.BeginApplyAsync(lease.Token, Good);
        await flow.Gates.ReachedAsync("applying");

        await cluster.EndAsync("a");
        flow.Store.IsFull = true;
        flow.Gates.Open("applying");

        await FlowHarness.EventuallyAsync(() => flow.MachineDriver.Log.Contains("close"));
    }

    private static Json Run() =>
        Json.Of(new EpisodeRun(1, Good.Read<Configuration>(), new Episode(1, ImmutableSortedDictionary<string, double>.Empty, false)));

    /// <summary>Two jobs that want the same machine, in the store and not started.</summary>
    private static async Task<FlowHarness> StartAsync()
    {
        var flow = await FlowHarness.StartAsync();
        await flow.SubmitAsync("a", 1, new EmbeddedClusterSpec());
        await flow.SubmitAsync("b", 1, new EmbeddedClusterSpec());
        return flow;
    }

    private static async Task<WorkStatus> DoAsync(ITestClusterGrain cluster, long token, Func<Task<WorkStatus>> begin)
    {
        var status = await begin();
        while (status is { Result: null, Refusal: null })
        {
            status = await cluster.CheckAsync(token, status.Work);
        }

        return status;
    }

    private static async Task<LeaseAnswer> GrantedAsync(ITestClusterGrain cluster, LeaseRequest request)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            var answer = await cluster.AcquireAsync(request);
            if (answer.Refusal is null)
            {
                return answer;
            }

            limit.Token.ThrowIfCancellationRequested();
        }
    }
}
