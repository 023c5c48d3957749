using TuneSearch.Core.Jobs;

namespace TuneSearch.Daemon.Jobs;

/// <summary>Reads job files of this machine.</summary>
internal interface IJobFiles
{
    /// <summary>The job file and every file that it names, all below the job roots.</summary>
    /// <exception cref="Core.Validation.InvalidInputException">A file is missing or lies elsewhere.</exception>
    JobBundle Collect(string path);
}
