using System.Collections.Immutable;

namespace TuneSearch.Daemon.Jobs;

/// <summary>The jobs that have not ended and the last few that have, as they stood when last looked at; what metrics show.</summary>
internal sealed class JobBoard
{
    /// <summary>Ended jobs that stay, long enough for a scrape to see how they ended.</summary>
    public const int MaxEnded = 20;

    private ImmutableList<JobReading> _jobs = [];

    public IReadOnlyList<JobReading> Jobs => _jobs;

    public void Put(JobReading job) =>
        ImmutableInterlocked.Update(ref _jobs, jobs => Trim(jobs.RemoveAll(other => other.Id == job.Id).Add(job)));

    private static ImmutableList<JobReading> Trim(ImmutableList<JobReading> jobs)
    {
        while (jobs.Count(job => job.HasEnded) > MaxEnded)
        {
            jobs = jobs.Remove(jobs.First(job => job.HasEnded));
        }

        return jobs;
    }
}
