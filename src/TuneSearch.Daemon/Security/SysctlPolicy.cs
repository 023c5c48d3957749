using Microsoft.Extensions.Options;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Validation;
using TuneSearch.Daemon.Options;

namespace TuneSearch.Daemon.Security;

/// <summary>Kernel settings of this machine may be searched only where <see cref="DaemonOptions.AllowedSysctls"/> names them.</summary>
internal sealed class SysctlPolicy(IOptions<DaemonOptions> options) : IJobPolicy
{
    /// <summary>The drivers that set this machine's own kernel; the others have no kernel, or the user's hook decides.</summary>
    private static readonly string[] LocalDrivers = ["process"];

    public IEnumerable<Problem> Check(JobSpec job) =>
        LocalDrivers.Contains(job.Cluster.Driver)
            ? job.Space.Parameters
                .Where(parameter => parameter.Scope == ParameterScope.Os && !options.Value.AllowedSysctls.Contains(parameter.Name))
                .Select(parameter => new Problem(
                    $"space.parameters.{parameter.Name}",
                    "the daemon's settings do not allow it to change this kernel setting",
                    $"Add \"{parameter.Name}\" to TuneSearch:AllowedSysctls and start the daemon again, or take it out of the space"))
            : [];
}
