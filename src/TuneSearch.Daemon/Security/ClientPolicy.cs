using Microsoft.Extensions.Options;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Validation;
using TuneSearch.Daemon.Options;

namespace TuneSearch.Daemon.Security;

/// <summary>The load's clients live in this process, and some of their settings have it load a library or start a program: such a setting is a program that a job has started.</summary>
internal sealed class ClientPolicy(IOptions<DaemonOptions> options) : IJobPolicy
{
    /// <summary>librdkafka, CONFIGURATION.md: libraries that are opened, and a line that a shell is given.</summary>
    private static readonly string[] Programs = ["plugin.library.paths", "ssl.engine.location", "ssl.providers", "sasl.kerberos.kinit.cmd"];

    public IEnumerable<Problem> Check(JobSpec job) => CommandPolicy.AllowsAnything(options.Value)
        ? []
        : [.. Connection(job.Cluster).Concat(Searched(job)).Select(Refused)];

    private static IEnumerable<string> Connection(ClusterSpec cluster) =>
        cluster is RemoteClusterSpec remote ? remote.Client.Keys.Where(IsProgram).Select(name => $"cluster.client.{name}") : [];

    private static IEnumerable<string> Searched(JobSpec job) =>
        job.Cluster is EmbeddedClusterSpec or ProcessClusterSpec or RemoteClusterSpec
            ? job.Space.Parameters
                .Where(parameter => parameter.Scope is ParameterScope.Producer or ParameterScope.Consumer && IsProgram(parameter.SettingName))
                .Select(parameter => $"space.parameters.{parameter.Name}")
            : [];

    private static bool IsProgram(string name) => Programs.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static Problem Refused(string key) => new(
        key,
        "the setting has the client load a library or start a program, and the daemon's settings do not allow that",
        "Remove it, or use: tunesearch run");
}
