using System.Collections.Immutable;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Validation;
using TuneSearch.Daemon.Api.Contracts;

namespace TuneSearch.Daemon.Jobs;

/// <summary>Everything that can be done with jobs; the HTTP API and the command line's own runs are thin shells over it.</summary>
public interface IJobService
{
    /// <summary>Checks the job whole, stores it and has it run.</summary>
    /// <exception cref="InvalidInputException">With every problem; nothing was stored.</exception>
    Task<JobReading> SubmitAsync(JobBundle bundle, CancellationToken cancellationToken);

    /// <summary>What submitting would check, without storing anything.</summary>
    /// <exception cref="InvalidInputException">With every problem.</exception>
    JobSpec Check(JobBundle bundle);

    /// <summary>What the drivers and settings here have against a job whose files are read elsewhere; places are paths of the job.</summary>
    IEnumerable<Problem> Refusals(JobSpec job);

    /// <summary>All jobs, newest first.</summary>
    Task<ImmutableArray<JobSummary>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Null where there is no such job.</summary>
    Task<JobReading?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>The job now and after every change, until it has ended; nothing where there is no such job.</summary>
    IAsyncEnumerable<JobReading> WatchAsync(string id, CancellationToken cancellationToken);

    /// <summary>Each of the three returns the job afterwards, or null where there is no such job.</summary>
    /// <exception cref="JobStateException">The job has ended.</exception>
    /// <exception cref="InvalidInputException">Settings no longer allow the job; cancelling it they always do.</exception>
    Task<JobReading?> PauseAsync(string id, CancellationToken cancellationToken);

    Task<JobReading?> ResumeAsync(string id, CancellationToken cancellationToken);

    Task<JobReading?> CancelAsync(string id, CancellationToken cancellationToken);
}
