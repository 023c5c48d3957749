namespace TuneSearch.Core.Jobs;

/// <summary>Reads a job from its bundle. Pure: the bundle's texts are all it sees, so a stored bundle reads the same for ever.</summary>
public interface IJobLoader
{
    /// <exception cref="Validation.InvalidInputException">With every problem of every file of the bundle.</exception>
    JobSpec Load(JobBundle bundle);
}
