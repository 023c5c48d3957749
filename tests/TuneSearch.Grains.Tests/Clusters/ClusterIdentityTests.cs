using TuneSearch.Core.Clusters;
using TuneSearch.Grains.Clusters;

namespace TuneSearch.Grains.Tests.Clusters;

public sealed class ClusterIdentityTests
{
    [Fact]
    public void Of_SimulatedClusters_IsEachJobsOwn() => ClusterIdentity.Of(new SimulatedClusterSpec(), "a", 1).ShouldBe("simulated/a/1");

    [Fact]
    public void Of_CommandClusters_IsEachJobsOwn() => ClusterIdentity.Of(new CommandClusterSpec(), "a", 0).ShouldBe("command/a/0");

    [Fact]
    public void Of_ClustersOnThisMachine_IsOneForAllJobs()
    {
        ClusterIdentity.Of(new EmbeddedClusterSpec(), "a", 0).ShouldBe("machine/0");
        ClusterIdentity.Of(new ProcessClusterSpec(), "b", 0).ShouldBe("machine/0");
    }

    [Fact]
    public void Of_RemoteClusters_IsTheirServersInAnyOrder()
    {
        var one = new RemoteClusterSpec { BootstrapServers = ["k2:9092", "k1:9092"] };
        var other = new RemoteClusterSpec { BootstrapServers = ["k1:9092", "k2:9092"] };

        ClusterIdentity.Of(one, "a", 0).ShouldBe("remote/k1:9092,k2:9092/0");
        ClusterIdentity.Of(other, "b", 0).ShouldBe("remote/k1:9092,k2:9092/0");
    }
}
