using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Storage;
using TuneSearch.Grains.Hosting;
using TuneSearch.Grains.Jobs;
using TuneSearch.Grains.Messages;
using TuneSearch.Grains.Trials;

namespace TuneSearch.Grains.Clusters;

/// <inheritdoc cref="ITestClusterGrain"/>
/// <remarks>
/// Work runs beside the grain's turns and comes back to them. Requests write the state only while no work runs, and work writes it
/// only at its end: no two writes are ever under way together.
/// </remarks>
internal sealed partial class TestClusterGrain(
    [PersistentState("lease", GrainStorageName.Value)] IPersistentState<ClusterRecord> state,
    JobCatalogue jobs,
    IJobStore store,
    IOptions<GrainOptions> options,
    TimeProvider time,
    ILogger<TestClusterGrain> logger) : Grain, ITestClusterGrain, IDisposable
{
    private Lease _lease = Lease.None;
    private ClusterHolder? _holder;
    private ClusterWork? _work;
    private long _lastWork;
    private bool _endAfterWork;
    private IGrainTimer? _watch;

    private string Name => this.GetPrimaryKeyString();

    private bool IsWorking => _work is { HasEnded: false };

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _lease = new Lease(state.State.Token, state.State.Job, state.State.Trial, state.State.Until);
        if (_lease.Job is not null)
        {
            StartWatch();
        }

        return Task.CompletedTask;
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (_work is { } work)
        {
            work.Stop();
            await work.Running;
        }

        await CloseAsync();
    }

    public async Task<LeaseAnswer> AcquireAsync(LeaseRequest request)
    {
        if (_lease.WhyNot(Name, request.Job, time.GetUtcNow()) is { } refusal)
        {
            return new LeaseAnswer(0, refusal);
        }

        if (IsWorking)
        {
            _work!.Stop();
            return new LeaseAnswer(0, $"test cluster '{Name}' is still stopping earlier work");
        }

        if (_holder is not null && _lease.Job != request.Job)
        {
            BeginClose();
            return new LeaseAnswer(0, $"test cluster '{Name}' is being put back as it was found");
        }

        var spec = await jobs.GetAsync(request.Job);
        await SaveAsync(_lease.Next(request, time.GetUtcNow(), options.Value.LeaseTerm));
        _holder ??= new ClusterHolder(jobs.DriverOf(spec), spec, request.Lane, logger);
        StartWatch();
        LogLeased(logger, Name, request.Job, request.Trial, _lease.Token);
        return new LeaseAnswer(_lease.Token, null);
    }

    public async Task<WorkStatus> BeginApplyAsync(long token, Json configuration)
    {
        if (WhyRefused(token) is { } refusal)
        {
            return new WorkStatus(0, Refusal: refusal);
        }

        if (state.State.LastApplied != configuration.Text)
        {
            await WriteAsync(state.State with { LastApplied = configuration.Text });
        }

        return Begin(work => ApplyAsync(_holder!, configuration, work.Stopping));
    }

    public Task<WorkStatus> BeginEpisodeAsync(long token, Json run) =>
        Task.FromResult(WhyRefused(token) is { } refusal
            ? new WorkStatus(0, Refusal: refusal)
            : Begin(work => RunEpisodeAsync(_holder!, run, work.Stopping)));

    public Task<WorkStatus> CheckAsync(long token, long work)
    {
        if (_lease.WhyStale(Name, token, time.GetUtcNow()) is { } stale)
        {
            return Task.FromResult(new WorkStatus(work, Refusal: stale));
        }

        _lease = _lease.Renewed(time.GetUtcNow(), options.Value.LeaseTerm);
        return Task.FromResult(_work?.Number == work
            ? new WorkStatus(work, _work.Result, _work.Failure)
            : new WorkStatus(work, Refusal: $"test cluster '{Name}' knows nothing of work {work}: it was restarted meanwhile"));
    }

    public Task EndAsync(string job) => _lease.Job == job ? EndLeaseAsync() : Task.CompletedTask;

    public Task<ClusterView> ViewAsync() => Task.FromResult(
        new ClusterView(_lease.Token, _lease.Job, _lease.Until, _holder is { IsOpen: true }, state.State.LastApplied, state.State.LastGood));

    public void Dispose() => _work?.Dispose();

    private string? WhyRefused(long token) =>
        _lease.WhyStale(Name, token, time.GetUtcNow())
        ?? (IsWorking ? $"test cluster '{Name}' is at work already and does one thing at a time" : null)
        ?? (_holder is null ? $"test cluster '{Name}' was closed; take the lease again" : null);

    private WorkStatus Begin(Func<ClusterWork, Task<string?>> action)
    {
        _lease = _lease.Renewed(time.GetUtcNow(), options.Value.LeaseTerm);
        var work = Start(action);
        _ = NudgeAsync(work, _lease.Trial!);
        return new WorkStatus(work.Number, work.Result);
    }

    private ClusterWork Start(Func<ClusterWork, Task<string?>> action)
    {
        _work?.Dispose();
        _work = new ClusterWork(++_lastWork, Name, logger);
        _work.Start(async work =>
        {
            try
            {
                return await action(work);
            }
            finally
            {
                await EndIfAskedAsync();
            }
        });
        return _work;
    }

    private async Task<string?> ApplyAsync(ClusterHolder holder, Json configuration, CancellationToken stopping)
    {
        var lease = _lease;
        var result = await holder.ApplyAsync(configuration.Read<Configuration>(), stopping);
        await KeepAsync(lease, holder.TakeEvidence());
        var good = result.Succeeded ? configuration.Text : state.State.LastGood;
        if (state.State.LastGood != good || state.State.LastApplied != good)
        {
            // A refused configuration leaves the last good one running, by the port's guarantee.
            await WriteAsync(state.State with { LastGood = good, LastApplied = good });
        }

        await SettleAsync(result.Failure);
        return CoreJson.Write(result);
    }

    private async Task<string?> RunEpisodeAsync(ClusterHolder holder, Json run, CancellationToken stopping)
    {
        var lease = _lease;
        var outcome = await holder.RunAsync(run.Read<EpisodeRun>(), stopping);
        await KeepAsync(lease, holder.TakeEvidence());
        await SettleAsync(outcome);
        return CoreJson.Write(outcome);
    }

    /// <summary>Evidence is worth keeping, and no trial fails for want of it.</summary>
    /// <param name="lease">As it was when the work began: it may have ended meanwhile.</param>
    private async Task KeepAsync(Lease lease, ImmutableArray<EvidenceFile> files)
    {
        foreach (var file in files)
        {
            try
            {
                await store.PutEvidenceAsync(lease.Job!, TrialKey.NumberOf(lease.Trial!), file.Name, file.Content, CancellationToken.None);
            }
            catch (StoreException exception)
            {
                LogNotKept(logger, exception, file.Name, lease.Trial!);
            }
        }
    }

    /// <summary>A cluster that has faulted is not trusted again: it is closed, and the next trial opens it anew.</summary>
    private async Task SettleAsync(TrialOutcome? outcome)
    {
        if (outcome is Faulted)
        {
            await CloseAsync();
        }
    }

    private Task SaveAsync(Lease lease)
    {
        _lease = lease;
        return WriteAsync(state.State with { Token = lease.Token, Job = lease.Job, Trial = lease.Trial, Until = lease.Until });
    }

    /// <summary>What could not be written is not so: later writes ask what differs from what is on disk.</summary>
    private async Task WriteAsync(ClusterRecord next)
    {
        var written = state.State;
        state.State = next;
        try
        {
            await state.WriteStateAsync();
        }
        catch
        {
            state.State = written;
            throw;
        }
    }

    /// <summary>Spares the trial the wait until its next look; it looks by itself where this is lost.</summary>
    private async Task NudgeAsync(ClusterWork work, string trial)
    {
        try
        {
            await work.Running;
            await GrainFactory.GetGrain<ITrialGrain>(trial).WorkEndedAsync();
        }
        catch (Exception exception)
        {
            LogNudgeLost(logger, exception, Name, trial);
        }
    }
}
