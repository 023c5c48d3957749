namespace TuneSearch.Core.Jobs;

/// <summary>Makes the director of a job, as new: it knows the job and none of its events.</summary>
public interface IJobDirectorFactory
{
    IJobDirector Create(JobSpec job);
}
