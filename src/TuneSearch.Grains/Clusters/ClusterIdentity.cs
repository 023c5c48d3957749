using TuneSearch.Core.Clusters;

namespace TuneSearch.Grains.Clusters;

/// <summary>Which test cluster a lane of a job means. Jobs that name the same one take turns.</summary>
public static class ClusterIdentity
{
    /// <summary>
    /// Simulated and command clusters are each job's own. Embedded and process clusters measure on this machine and would disturb
    /// each other, and a remote cluster is the same for whoever names the same servers: those are shared. Who names it by others is refused by the driver, which knows the cluster's id.
    /// </summary>
    public static string Of(ClusterSpec cluster, string job, int lane) => cluster switch
    {
        RemoteClusterSpec remote => $"remote/{string.Join(',', remote.BootstrapServers.Order(StringComparer.Ordinal))}/{lane}",
        EmbeddedClusterSpec or ProcessClusterSpec => $"machine/{lane}",
        _ => $"{cluster.Driver}/{job}/{lane}",
    };
}
