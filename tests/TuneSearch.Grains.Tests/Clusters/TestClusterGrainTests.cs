using TuneSearch.Core.Clusters;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Storage;
using TuneSearch.Grains.Clusters;
using TuneSearch.Grains.Messages;

namespace TuneSearch.Grains.Tests.Clusters;

public sealed class TestClusterGrainTests
{
    private const string Key = ClusterCalls.Key;

    private static readonly Json Good = ClusterCalls.Good;

    private static readonly Json Refused = Json.Of(Configuration.Empty.With("linger.ms", ParameterValue.Integer(-5)));

    [Fact]
    public async Task Acquire_ByTheNextTrial_MakesTheEarlierTokenStale()
    {
        await using var flow = await ClusterCalls.StartAsync();
        var cluster = flow.Cluster(Key);
        var first = await cluster.AcquireAsync(new LeaseRequest("a", 0, "a/1"));
        var applied = await ClusterCalls.DoAsync(cluster, first.Token, () => cluster.BeginApplyAsync(first.Token, Good));

        var second = await cluster.AcquireAsync(new LeaseRequest("a", 0, "a/2"));

        (first.Token, second.Token).ShouldBe((1, 2));
        applied.Refusal.ShouldBeNull();
        const string Stale = "fencing token 1 of test cluster 'machine/0' is stale, the latest is 2: another trial has taken the cluster over";
        (await cluster.BeginApplyAsync(1, Good)).Refusal.ShouldBe(Stale);
        (await cluster.BeginEpisodeAsync(1, ClusterCalls.Run())).Refusal.ShouldBe(Stale);
        (await cluster.CheckAsync(1, applied.Work)).Refusal.ShouldBe(Stale);
        flow.MachineDriver.Log.ShouldBe(["open a/0", "apply linger.ms=5"]);
    }

    [Fact]
    public async Task Acquire_AfterACrash_HasAHigherTokenThanBefore()
    {
        await using var flow = await ClusterCalls.StartAsync();
        await flow.Cluster(Key).AcquireAsync(new LeaseRequest("a", 0, "a/1"));

        await flow.CrashAndRestartAsync();

        (await flow.Cluster(Key).AcquireAsync(new LeaseRequest("a", 0, "a/1"))).Token.ShouldBe(2);
        (await flow.Cluster(Key).CheckAsync(1, 1)).Refusal.ShouldNotBeNull();
    }

    [Fact]
    public async Task Check_AgainAndAgain_RenewsTheLease()
    {
        await using var flow = await ClusterCalls.StartAsync();
        var cluster = flow.Cluster(Key);
        var lease = await cluster.AcquireAsync(new LeaseRequest("a", 0, "a/1"));
        var applied = await ClusterCalls.DoAsync(cluster, lease.Token, () => cluster.BeginApplyAsync(lease.Token, Good));

        for (var minute = 0; minute < 5; minute++)
        {
            flow.Time.Advance(TimeSpan.FromSeconds(50));
            (await cluster.CheckAsync(lease.Token, applied.Work)).Refusal.ShouldBeNull();
        }

        flow.MachineDriver.Log.ShouldNotContain("restore");
    }

    [Fact]
    public async Task Acquire_WhileAnEarlierTrialIsAtWork_StopsThatWorkFirst()
    {
        await using var flow = await ClusterCalls.StartAsync();
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
        (await ClusterCalls.GrantedAsync(cluster, new LeaseRequest("a", 0, "a/2"))).Token.ShouldBe(2);
    }

    [Fact]
    public async Task Begin_ClusterThatKeptFiles_StoresThemWithTheTrial()
    {
        await using var flow = await ClusterCalls.StartAsync();
        var cluster = flow.Cluster(Key);
        var lease = await cluster.AcquireAsync(new LeaseRequest("a", 0, "a/17"));
        flow.MachineDriver.Evidence.Enqueue(new EvidenceFile("died-broker-1.log", "why"u8.ToArray()));
        await ClusterCalls.DoAsync(cluster, lease.Token, () => cluster.BeginApplyAsync(lease.Token, Good));
        flow.MachineDriver.Evidence.Enqueue(new EvidenceFile("heap.hprof", "dump"u8.ToArray()));
        await ClusterCalls.DoAsync(cluster, lease.Token, () => cluster.BeginEpisodeAsync(lease.Token, ClusterCalls.Run()));

        (await flow.Store.ListEvidenceAsync("a", default)).ShouldBe([new EvidenceName(17, "died-broker-1.log", 3), new EvidenceName(17, "heap.hprof", 4)]);
    }

    [Fact]
    public async Task View_AfterARefusedConfiguration_TellsTheLastGoodOne()
    {
        await using var flow = await ClusterCalls.StartAsync();
        flow.MachineDriver.OnApply = (configuration, _) => Task.FromResult(
            new ApplyResult(0, 1, configuration.Key == "linger.ms=-5" ? new Infeasible("no") : null));
        var cluster = flow.Cluster(Key);
        var lease = await cluster.AcquireAsync(new LeaseRequest("a", 0, "a/1"));

        await ClusterCalls.DoAsync(cluster, lease.Token, () => cluster.BeginApplyAsync(lease.Token, Good));
        var refused = await ClusterCalls.DoAsync(cluster, lease.Token, () => cluster.BeginApplyAsync(lease.Token, Refused));

        CoreJson.Read<ApplyResult>(refused.Result!).Failure.ShouldBe(new Infeasible("no"));
        var view = await cluster.ViewAsync();
        (view.LastApplied, view.LastGood).ShouldBe((Good.Text, Good.Text));
        (view.Token, view.Job, view.IsOpen).ShouldBe((1, "a", true));
    }

    [Fact]
    public async Task Crash_InTheMiddleOfAnApply_LeavesItOnRecord()
    {
        await using var flow = await ClusterCalls.StartAsync();
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

    /// <summary>What is on disk tells after a crash what the cluster runs, so a try that was not recorded must not count as one that was.</summary>
    [Fact]
    public async Task BeginApply_AfterOneThatCanNotBeRecorded_IsOnRecord()
    {
        await using var flow = await ClusterCalls.StartAsync();
        var gates = flow.Gates;
        flow.MachineDriver.OnApply = async (_, _) =>
        {
            await gates.PassAsync("applying");
            return new ApplyResult(0, 1);
        };
        var lease = await flow.Cluster(Key).AcquireAsync(new LeaseRequest("a", 0, "a/1"));
        flow.Store.IsFull = true;
        await Should.ThrowAsync<Exception>(() => flow.Cluster(Key).BeginApplyAsync(lease.Token, Good));
        (await flow.Cluster(Key).ViewAsync()).LastApplied.ShouldBeNull();
        flow.Store.IsFull = false;

        await flow.Cluster(Key).BeginApplyAsync(lease.Token, Good);
        await gates.ReachedAsync("applying");
        await flow.CrashAndRestartAsync();

        (await flow.Cluster(Key).ViewAsync()).LastApplied.ShouldBe(Good.Text);
        gates.Open("applying");
    }

    [Fact]
    public async Task BeginApply_AfterASuccessThatCanNotBeRecorded_RecordsIt()
    {
        await using var flow = await ClusterCalls.StartAsync();
        var cluster = flow.Cluster(Key);
        var lease = await cluster.AcquireAsync(new LeaseRequest("a", 0, "a/1"));
        flow.MachineDriver.OnApply = (_, _) =>
        {
            flow.Store.IsFull = true;
            return Task.FromResult(new ApplyResult(0, 1));
        };
        (await ClusterCalls.DoAsync(cluster, lease.Token, () => cluster.BeginApplyAsync(lease.Token, Good))).Result.ShouldBeNull();
        flow.Store.IsFull = false;
        flow.MachineDriver.OnApply = (_, _) => Task.FromResult(new ApplyResult(0, 1));

        await ClusterCalls.DoAsync(cluster, lease.Token, () => cluster.BeginApplyAsync(lease.Token, Good));
        await flow.StopAndRestartAsync();

        (await flow.Cluster(Key).ViewAsync()).LastGood.ShouldBe(Good.Text);
    }

    [Fact]
    public async Task BeginEpisode_WhileItApplies_IsRefused()
    {
        await using var flow = await ClusterCalls.StartAsync();
        flow.MachineDriver.OnApply = async (_, cancellationToken) =>
        {
            await flow.Gates.PassAsync("applying").WaitAsync(cancellationToken);
            return new ApplyResult(0, 1);
        };
        var cluster = flow.Cluster(Key);
        var lease = await cluster.AcquireAsync(new LeaseRequest("a", 0, "a/1"));
        await cluster.BeginApplyAsync(lease.Token, Good);

        (await cluster.BeginEpisodeAsync(lease.Token, ClusterCalls.Run())).Refusal.ShouldBe("test cluster 'machine/0' is at work already and does one thing at a time");
    }
}
