using System.Collections.Concurrent;
using TuneSearch.Core.Storage;
using TuneSearch.Daemon.Api.Contracts;

namespace TuneSearch.Daemon.Jobs;

/// <summary>The summaries of jobs that have ended, in memory and beside the jobs in the store; an end is final, and so is its summary.</summary>
/// <remarks>Folding a job takes as long as all the thinking of its search. A list of some hundred jobs must not pay that for each of them, nor again after each start.</remarks>
internal sealed class EndedJobs(IJobStore store)
{
    private readonly ConcurrentDictionary<string, JobSummary> _known = new(StringComparer.Ordinal);

    /// <summary>Null where the job has not ended, or nobody has kept its summary.</summary>
    public async Task<JobSummary?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(id, out var known))
        {
            return known;
        }

        return await store.GetStateAsync(KeyOf(id), cancellationToken) is { } json ? _known.GetOrAdd(id, CoreJson.Read<JobSummary>(json)) : null;
    }

    /// <summary>Keeps the summary of a job that has ended; does nothing for others.</summary>
    public async Task KeepAsync(JobReading job, CancellationToken cancellationToken)
    {
        if (job.HasEnded && _known.TryAdd(job.Id, job.ToSummary()))
        {
            try
            {
                await store.PutStateAsync(KeyOf(job.Id), CoreJson.Write(_known[job.Id]), cancellationToken);
            }
            catch (StoreException)
            {
                // A full disk: the summary is in memory, and the next start makes it again.
            }
        }
    }

    private static string KeyOf(string id) => $"daemon/ended/{id}";
}
