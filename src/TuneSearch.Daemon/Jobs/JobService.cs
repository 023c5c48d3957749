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
    IJobStore store, JobReader reader, EndedJobs ended, IJobRunner runner, JobAdmission admission, JobChanges changes, TimeProvider time, IOptions<DaemonOptions> options)
    : IJobService, IDisposable
{
    /// <summary>Two submissions at once would otherwise be given the same id.</summary>
    private readonly SemaphoreSlim _submitting = new(1, 1);

    public async Task<JobReading> SubmitAsync(JobBundle bundle, CancellationToken cancellationToken)
    {
        var spec = admission.Admit(bundle);
        string id;
        await _submitting.WaitAsync(cancellationToken);
        try
        {
            id = JobId.Next(spec.Name, (await store.ListAsync(cancellationToken)).Select(job => job.Id));
            await store.CreateAsync(new StoredJob(id, spec.Name, bundle, time.GetUtcNow()), cancellationToken);
        }
        finally
        {
            _submitting.Release();
        }

        // From here on the job is stored: a caller who goes away must not leave it without a runner.
        await runner.EnsureRunningAsync(id, CancellationToken.None);
        return (await reader.ReadAsync(id, cancellationToken))!;
    }

    public void Dispose() => _submitting.Dispose();

    public JobSpec Check(JobBundle bundle) => admission.Admit(bundle);

    public async Task<ImmutableArray<JobSummary>> ListAsync(CancellationToken cancellationToken)
    {
        var summaries = ImmutableArray.CreateBuilder<JobSummary>();
        foreach (var stored in await reader.ListAsync(cancellationToken))
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

    public Task<JobReading?> PauseAsync(string id, CancellationToken cancellationToken) => ChangeAsync(id, "paused", runner.PauseAsync, cancellationToken);

    public Task<JobReading?> ResumeAsync(string id, CancellationToken cancellationToken) => ChangeAsync(id, "resumed", runner.ResumeAsync, cancellationToken);

    public Task<JobReading?> CancelAsync(string id, CancellationToken cancellationToken) => ChangeAsync(id, "cancelled", runner.CancelAsync, cancellationToken);

    private async Task<JobReading?> ChangeAsync(string id, string participle, Func<string, CancellationToken, Task> change, CancellationToken cancellationToken)
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

        await change(id, CancellationToken.None);
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
