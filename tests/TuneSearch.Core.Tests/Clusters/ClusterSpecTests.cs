using TuneSearch.Core.Clusters;

namespace TuneSearch.Core.Tests.Clusters;

public class ClusterSpecTests
{
    public static TheoryData<ClusterSpec, bool> Specs => new()
    {
        { new EmbeddedClusterSpec(), true },
        { new ProcessClusterSpec(), true },
        { new RemoteClusterSpec(), true },
        { new SimulatedClusterSpec(), true },
        { new SimulatedClusterSpec { Noise = 0 }, false },
        { new SimulatedClusterSpec { Noise = 0, Drift = 0.1 }, true },
        { new CommandClusterSpec(), false },
        { new CommandClusterSpec { Noisy = true }, true },
    };

    [Theory]
    [MemberData(nameof(Specs))]
    public void IsNoisy_RealClustersAlways_OthersAsTheySay(ClusterSpec spec, bool isNoisy) => spec.IsNoisy.ShouldBe(isNoisy);
}
