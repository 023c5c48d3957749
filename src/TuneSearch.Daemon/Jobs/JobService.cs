using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Storage;
using TuneSearch.Core.Validation;
using TuneSearch.Daemon.Api.Contracts;
using TuneSearch.Daemon.Options;

namespace TuneSearch.Daemon.Jobs;

internal sealed class JobService(
    IJobStore store,
    JobReader reader,
    EndedJobs ended,
    IJobRunner runner,
    JobAdmission admission,
    PostponedStarts postponed,
    JobChanges changes,
    TimeProvider time,
    IOptions<DaemonOptions> options)
    : IJobService, IDisposable
{
    /// <summary>Two submissions at once would otherwise try for the same id.</summary>
    private readonly SemaphoreSlim _submitting = new(1, 1);

    public async Task<JobReading> SubmitAsync(JobBundle bundle, CancellationToken cancellationToken)
    {
        var spec = admission.Admit(bundle);
        string? id;
        do
        {
            id = await TryCreateAsync(spec.Name, bundle, cancellationToken);
        }
        while (id is null);

        await StartAsync(id);
        return (await reader.ReadAsync(id, cancellationToken))!;
    }

    public void Dispose() => _submitting.Dispose();

    public JobSpec Check(JobBundle bundle) => admission.Admit(bundle);

    public IEnumerable<Problem> Refusals(JobSpec job) => admission.Refusals(job);

    public async Task<ImmutableArray<JobSummary>> ListAsync(CancellationToken cancellationToken)
    {
        var summaries = ImmutableArray.CreateBuilder<JobSummary>();
        foreach (var stored in await store.ListAsync(cancellationToken))
        {
            summaries.Add(await SummarizeAsync(stored, cancellationToken));
        }

        return summaries.DrainToImmutable();
    }

    public Task<JobReading?> FindAsync(string id, CancellationToken cancellationToken) => reader.ReadAsync(id, cancellationToken);

    public async IAsyncEnumerable<JobReading> WatchAsync(string id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long? seen = null;
        while (true)
        {
            // Asked for before reading: a change between the two ends the wait at once.
            var change = changes.NextAsync(id);
            if (await reader.ReadAsync(id, cancellationToken) is not { } reading)
            {
                yield break;
            }

            if (reading.Version != seen)
            {
                seen = reading.Version;
                yield return reading;
            }

            if (reading.HasEnded)
            {
                yield break;
            }

            using var pause = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(change, Task.Delay(options.Value.WatchInterval, time, pause.Token));
            await pause.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    public Task<JobReading?> PauseAsync(string id, CancellationToken cancellationToken) => ChangeAsync(id, "paused", Admitted(runner.PauseAsync), cancellationToken);

    public Task<JobReading?> ResumeAsync(string id, CancellationToken cancellationToken) => ChangeAsync(id, "resumed", Admitted(runner.ResumeAsync), cancellationToken);

    public Task<JobReading?> CancelAsync(string id, CancellationToken cancellationToken) => ChangeAsync(id, "cancelled", (job, token) => runner.CancelAsync(job.Id, token), cancellationToken);

    /// <summary>The id of the job that was stored; null where another daemon of the cluster has taken it first.</summary>
    private async Task<string?> TryCreateAsync(string name, JobBundle bundle, CancellationToken cancellationToken)
    {
        await _submitting.WaitAsync(cancellationToken);
        try
        {
            var id = JobId.Next(name, (await store.ListAsync(cancellationToken)).Select(job => job.Id));
            await store.CreateAsync(new StoredJob(id, name, bundle, time.GetUtcNow()), cancellationToken);
            return id;
        }
        catch (JobExistsException)
        {
            return null;
        }
        finally
        {
            _submitting.Release();
        }
    }

    /// <summary>The job is stored: neither a caller who goes away nor a store that has to be waited for must leave it without a runner.</summary>
    private async Task StartAsync(string id)
    {
        try
        {
            await runner.EnsureRunningAsync(id, CancellationToken.None);
        }
        catch (Exception failure) when (postponed.TryAdd(id, failure))
        {
            // Answered as submitted, for it is.
        }
    }

    /// <summary>
    /// Either takes up a job that did not go on at the start, because settings allow less by now, and runs its trials again: what is asked of a start is asked here too.
    /// </summary>
    private Func<StoredJob, CancellationToken, Task> Admitted(Func<string, CancellationToken, Task> change) => (job, cancellationToken) =>
    {
        admission.Admit(job.Bundle);
        return change(job.Id, cancellationToken);
    };

    private async Task<JobReading?> ChangeAsync(string id, string participle, Func<StoredJob, CancellationToken, Task> change, CancellationToken cancellationToken)
    {
        if (await reader.ReadAsync(id, cancellationToken) is not { } reading)
        {
            return null;
        }

        if (reading.HasEnded)
        {
            throw new JobStateException(new Problem(
                id,
                $"the job is {reading.View.Status.ToString().ToLowerInvariant()}, and only a job that has not ended can be {participle}",
                "Submit its file again to run it anew"));
        }

        await change(reading.Stored, CancellationToken.None);
        return await reader.ReadAsync(id, cancellationToken);
    }

    private async Task<JobSummary> SummarizeAsync(StoredJob stored, CancellationToken cancellationToken)
    {
        try
        {
            if (await ended.FindAsync(stored.Id, cancellationToken) is { } known)
            {
                return known;
            }

            var job = (await reader.ReadAsync(stored.Id, cancellationToken))!;
            await ended.KeepAsync(job, cancellationToken);
            return job.ToSummary();
        }
        catch (InvalidInputException unreadable)
        {
            return Unreadable(stored, $"Its stored files are not valid for this version: {unreadable.Problems[0]}");
        }
        catch (Exception unreadable) when (unreadable is not (OperationCanceledException or StoreException))
        {
            // One job that cannot be read must not hide the others.
            return Unreadable(stored, $"Its stored events cannot be read by this version: {unreadable.Message}");
        }
    }

    private static JobSummary Unreadable(StoredJob stored, string why) => new(stored.Id, stored.Name, stored.SubmittedAt, JobStatus.Failed) { Reason = why };
}
