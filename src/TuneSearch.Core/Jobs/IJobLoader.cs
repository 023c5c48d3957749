using TuneSearch.Core.Validation;

namespace TuneSearch.Core.Jobs;

/// <summary>Reads a job from its bundle. Pure: the bundle's texts are all it sees, so a stored bundle reads the same for ever.</summary>
public interface IJobLoader
{
    /// <exception cref="InvalidInputException">With every problem of every file of the bundle.</exception>
    JobSpec Load(JobBundle bundle);

    /// <summary>The job, or every problem of every file and of <paramref name="laws"/>, with lines and columns.</summary>
    /// <param name="laws">What else the job has to obey, with paths of the job as places: «cluster.home», «space.parameters.linger.ms», «profiles.web.acks».
    /// Asked wherever the files tell enough of a job.</param>
    Checked<JobSpec> Check(JobBundle bundle, Func<JobSpec, IEnumerable<Problem>> laws);
}
