using TuneSearch.Core.Jobs;
using TuneSearch.Core.Validation;

namespace TuneSearch.Daemon.Security;

/// <summary>One law that the daemon's settings lay on submitted jobs.</summary>
internal interface IJobPolicy
{
    /// <summary>Everything in the job that the settings do not allow, with paths of the job as places, as drivers give them; empty where they allow it all.</summary>
    IEnumerable<Problem> Check(JobSpec job);
}
