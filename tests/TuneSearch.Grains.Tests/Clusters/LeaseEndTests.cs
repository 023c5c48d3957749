using TuneSearch.Core.Clusters;
using TuneSearch.Grains.Clusters;
using TuneSearch.Grains.Messages;
using TuneSearch.Grains.Tests.Jobs;
using TuneSearch.Testing.Clusters;

namespace TuneSearch.Grains.Tests.Clusters;

/// <summary>How leases end on a test cluster's grain: given back, run out, or while work runs under them.</summary>
public sealed class LeaseEndTests
{
    private const string Key = ClusterCalls.Key;

    private static readonly Json Good = ClusterCalls.Good;

    [Fact]
    public async Task Acquire_WhileAnotherJobHoldsIt_IsRefusedUntilTheTermIsOver()
    {
        await using var flow = await ClusterCalls.StartAsync();
        var cluster = flow.Cluster(Key);
        var first = await cluster.AcquireAsync(new LeaseRequest("a", 0, "a/1"));
        await ClusterCalls.DoAsync(cluster, first.Token, () => cluster.BeginApplyAsync(first.Token, Good));

        (await cluster.AcquireAsync(new LeaseRequest("b", 0, "b/1"))).Refusal.ShouldBe("test cluster 'machine/0' is leased to job 'a'");
        flow.Time.Advance(TimeSpan.FromSeconds(61));
        await flow.AdvanceUntilAsync(() => flow.MachineDriver.Log.Contains("close"));

        flow.MachineDriver.Log.ShouldBe(["open a/0", "apply linger.ms=5", "restore", "close"]);
        (await ClusterCalls.GrantedAsync(cluster, new LeaseRequest("b", 0, "b/1"))).Token.ShouldBe(2);
    }

    [Fact]
    public async Task Lease_OfAHolderThatFellSilentInTheMiddleOfWork_EndsAndTheClusterIsPutBack()
    {
        await using var flow = await ClusterCalls.StartAsync();
        flow.MachineDriver.OnRun = async (_, cancellationToken) =>
        {
            await flow.Gates.PassAsync("silent").WaitAsync(cancellationToken);
            return FakeClusterDriver.Throughput(1);
        };
        var cluster = flow.Cluster(Key);
        var lease = await cluster.AcquireAsync(new LeaseRequest("a", 0, "a/1"));
        await ClusterCalls.DoAsync(cluster, lease.Token, () => cluster.BeginApplyAsync(lease.Token, Good));
        await cluster.BeginEpisodeAsync(lease.Token, ClusterCalls.Run());
        await flow.Gates.ReachedAsync("silent");

        flow.Time.Advance(TimeSpan.FromSeconds(61));
        await flow.AdvanceUntilAsync(() => flow.MachineDriver.Log.Contains("close"));

        (await ClusterCalls.GrantedAsync(cluster, new LeaseRequest("b", 0, "b/1"))).Token.ShouldBe(2);
        flow.MachineDriver.Log.ShouldBe(["open a/0", "apply linger.ms=5", "run 1.0", "restore", "close"]);
    }

    [Fact]
    public async Task End_ByAnotherJob_ChangesNothing()
    {
        await using var flow = await ClusterCalls.StartAsync();
        var cluster = flow.Cluster(Key);
        await cluster.AcquireAsync(new LeaseRequest("a", 0, "a/1"));

        await cluster.EndAsync("b");

        (await cluster.ViewAsync()).Job.ShouldBe("a");
    }

    [Fact]
    public async Task End_WhileAnotherJobHasTheClusterPutBack_LeavesTheNextLeaseAlone()
    {
        const string Unknown = "fencing token 0 of test cluster 'machine/0' is stale, the latest is 1: another trial has taken the cluster over";
        await using var flow = await ClusterCalls.StartAsync();
        flow.MachineDriver.OnRestore = () => flow.Gates.PassAsync("restoring");
        var cluster = flow.Cluster(Key);
        var first = await cluster.AcquireAsync(new LeaseRequest("a", 0, "a/1"));
        var applied = await ClusterCalls.DoAsync(cluster, first.Token, () => cluster.BeginApplyAsync(first.Token, Good));

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
        var second = await ClusterCalls.GrantedAsync(cluster, new LeaseRequest("b", 0, "b/1"));
        await ClusterCalls.DoAsync(cluster, second.Token, () => cluster.BeginApplyAsync(second.Token, Good));

        var view = await cluster.ViewAsync();
        (view.Job, view.IsOpen).ShouldBe(("b", true));
    }

    [Fact]
    public async Task End_ThatCanNotBeRecorded_PutsTheClusterBackAllTheSame()
    {
        await using var flow = await ClusterCalls.StartAsync();
        var cluster = flow.Cluster(Key);
        var lease = await cluster.AcquireAsync(new LeaseRequest("a", 0, "a/1"));
        await ClusterCalls.DoAsync(cluster, lease.Token, () => cluster.BeginApplyAsync(lease.Token, Good));

        flow.Store.IsFull = true;

        // Orleans wraps what a storage throws in an exception of its own.
        await Should.ThrowAsync<Exception>(() => cluster.EndAsync("a"));

        await FlowHarness.EventuallyAsync(() => flow.MachineDriver.Log.Contains("close"));
    }

    [Fact]
    public async Task End_InTheMiddleOfAnApplyThatCanNotBeRecorded_PutsTheClusterBackAllTheSame()
    {
        await using var flow = await ClusterCalls.StartAsync();
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
}
