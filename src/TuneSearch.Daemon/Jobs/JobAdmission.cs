using TuneSearch.Core.Clusters;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Validation;
using TuneSearch.Daemon.Security;

namespace TuneSearch.Daemon.Jobs;

/// <summary>Whether a job may run here: its files are valid, its driver can do all of it, and the daemon's settings allow what it starts.</summary>
internal sealed class JobAdmission(IJobLoader loader, IEnumerable<IClusterDriver> drivers, IEnumerable<IJobPolicy> policies)
{
    /// <exception cref="InvalidInputException">With every problem.</exception>
    public JobSpec Admit(JobBundle bundle) => loader.Check(bundle, Refusals).OrThrow();

    /// <summary>What the settings and the driver have against the job, with paths of the job as places.</summary>
    /// <remarks>Drivers look only at what settings allow: some try the job's own client settings out, and that is to use them.</remarks>
    public IEnumerable<Problem> Refusals(JobSpec job)
    {
        Problem[] refused = [.. policies.SelectMany(policy => policy.Check(job))];
        return refused.Length > 0 ? refused : Driver(job);
    }

    private IEnumerable<Problem> Driver(JobSpec spec)
    {
        var driver = drivers.FirstOrDefault(candidate => candidate.Name == spec.Cluster.Driver);
        if (driver is not null)
        {
            return driver.Check(spec);
        }

        var known = string.Join(", ", drivers.Select(candidate => candidate.Name).Order(StringComparer.Ordinal));
        return [new Problem("cluster.driver", $"'{spec.Cluster.Driver}' is not a driver of this build; known are {known}", "Take one of these")];
    }
}
