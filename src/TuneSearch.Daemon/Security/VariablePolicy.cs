using Microsoft.Extensions.Options;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Validation;
using TuneSearch.Daemon.Options;
using TuneSearch.Kafka.Clusters.Remote;

namespace TuneSearch.Daemon.Security;

/// <summary>
/// Connection settings may name variables of the daemon's environment, and the job chooses the server that gets to see them: never the daemon's own, and
/// only those of <see cref="DaemonOptions.AllowedVariables"/> where it names any.
/// </summary>
internal sealed class VariablePolicy(IOptions<DaemonOptions> options) : IJobPolicy
{
    /// <summary>The token, the store's and the silos' connection strings; .NET reads settings in any case. <c>TuneSearch__</c> begins like the first.</summary>
    private static readonly string[] Own = ["TUNESEARCH_", "Orleans__"];

    public IEnumerable<Problem> Check(JobSpec job) =>
        job.Cluster is RemoteClusterSpec remote
            ? ClientSecrets.References(remote.Client).Select(named => Refusal($"cluster.client.{named.Setting}", named.Variable)).OfType<Problem>()
            : [];

    private Problem? Refusal(string key, string variable) =>
        Own.Any(prefix => variable.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            ? new Problem(key, $"the environment variable {variable} is the daemon's own, and no job may read it", "Keep the cluster's credentials in a variable of another name")
        : options.Value.AllowedVariables.Length == 0 || options.Value.AllowedVariables.Any(allowed => Allows(allowed, variable)) ? null
        : new Problem(
            key,
            $"the daemon's settings do not let jobs read the environment variable {variable}",
            $"Add \"{variable}\" to TuneSearch:AllowedVariables and start the daemon again, or write the value itself");

    private static bool Allows(string allowed, string variable) =>
        allowed.EndsWith('*') ? variable.StartsWith(allowed[..^1], StringComparison.Ordinal) : variable == allowed;
}
