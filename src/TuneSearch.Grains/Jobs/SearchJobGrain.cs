using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Jobs.Trials;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Storage;
using TuneSearch.Grains.Clusters;
using TuneSearch.Grains.Hosting;
using TuneSearch.Grains.Messages;
using TuneSearch.Grains.Trials;

namespace TuneSearch.Grains.Jobs;

/// <inheritdoc cref="ISearchJobGrain"/>
/// <remarks>
/// Events are stored before they are acted upon. What could not be stored did not happen: the activation drops what it holds and the next
/// one replays the store. Trials report by themselves; a heartbeat asks after those that were not heard of.
/// </remarks>
internal sealed partial class SearchJobGrain(
    IJobStore store,
    JobCatalogue jobs,
    IJobDirectorFactory directors,
    IOptions<GrainOptions> options,
    TimeProvider time,
    ILogger<SearchJobGrain> logger) : Grain, ISearchJobGrain
{
    private readonly MeasuringClock _clock = new(time);
    private readonly TrialWaits _waits = new();
    private JobSpec _spec = null!;
    private JobRun? _run;
    private JobView _view = null!;
    private IGrainTimer? _heartbeat;

    private string Id => this.GetPrimaryKeyString();

    private bool IsDriving => _heartbeat is not null;

    /// <summary>An id that the store lacks is an answer, not a failure of the activation; the next call looks again.</summary>
    private JobRun Run
    {
        get
        {
            if (_run is null)
            {
                DeactivateOnIdle();
                throw UnknownJobException.Of(Id);
            }

            return _run;
        }
    }

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (await jobs.FindAsync(Id) is not { } spec)
        {
            return;
        }

        _spec = spec;
        _run = new JobRun(directors.Create(spec));
        _run.Replay(await store.ReadAsync(Id, 0, cancellationToken));
        _clock.SetUsed(_run.Elapsed);
        _view = _run.View;
    }

    public Task StartAsync() => IsDriving || Run.IsOver ? Task.CompletedTask : AdvanceAsync();

    public Task PauseAsync() => Run.IsPaused || Run.IsOver ? Task.CompletedTask : AdvanceAsync(new JobPaused(_clock.Elapsed));

    public Task ResumeAsync() => !Run.IsPaused || Run.IsOver ? Task.CompletedTask : AdvanceAsync(new JobResumed(_clock.Elapsed));

    public Task CancelAsync(string reason) =>
        Run.IsOver ? Task.CompletedTask : AdvanceAsync(new JobEnded(_clock.Elapsed, JobStatus.Cancelled, reason));

    /// <remarks>A known report may be all that is left of a job that nobody drives: what followed it was stored, the answer to the write got lost, and the activation with it.</remarks>
    public Task TrialEndedAsync(TrialReport report)
    {
        if (!Run.IsInFlight(report.Number, report.Attempt))
        {
            return StartAsync();
        }

        _waits.Note(report.Number, null);
        return AdvanceAsync(new TrialEnded(_clock.Elapsed, report.Number, report.Outcome.Read<TrialOutcome>(), report.Restarts, report.Seconds));
    }

    public Task TrialWaitsAsync(TrialWait wait)
    {
        Note(wait.Number, wait.Attempt, wait.Reason);
        return Task.CompletedTask;
    }

    public Task<Json> ViewAsync() => Task.FromResult(Json.Of(Run.IsOver
        ? _view
        : _view with { Elapsed = _clock.Elapsed, Reason = _view.Reason ?? _waits.Reason }));

    /// <summary>Stores what happened with all that follows from it, then acts upon it.</summary>
    private async Task AdvanceAsync(params ImmutableArray<JobEvent> happened)
    {
        var lost = IsDriving ? [] : Run.InFlight.ToArray();
        JobStride stride;
        try
        {
            stride = await StoreAsync(happened);
        }
        catch (Exception exception)
        {
            LogNotStored(logger, exception, Id);
            DeactivateOnIdle();
            throw;
        }

        _view = Run.View;
        if (Run.IsOver)
        {
            await FinishAsync();
            return;
        }

        Drive();
        foreach (var plan in lost.Where(plan => Run.IsInFlight(plan.Number, plan.Attempt)).Concat(stride.Launches))
        {
            await LaunchAsync(plan);
        }
    }

    private async Task<JobStride> StoreAsync(ImmutableArray<JobEvent> happened)
    {
        var version = Run.Version;
        var stride = Run.Advance(happened, _clock.Elapsed);
        if (!stride.Events.IsEmpty)
        {
            await store.AppendAsync(Id, version, stride.Events, CancellationToken.None);
        }

        return stride;
    }

    private void Drive()
    {
        SetClock();
        _heartbeat ??= this.RegisterGrainTimer(
            LookAfterTrialsAsync, new GrainTimerCreationOptions(options.Value.Heartbeat, options.Value.Heartbeat) { KeepAlive = true });
    }

    private void SetClock()
    {
        if (Run.IsPaused || _waits.AreAll([.. Run.InFlight]))
        {
            _clock.Stop();
        }
        else
        {
            _clock.Start();
        }
    }

    private void Note(int number, int attempt, string? waitsFor)
    {
        if (IsDriving && Run.IsInFlight(number, attempt))
        {
            _waits.Note(number, waitsFor);
            SetClock();
        }
    }

    private async Task LaunchAsync(TrialPlan plan)
    {
        try
        {
            await Trial(plan.Number).StartAsync(new TrialOrder(Id, plan.Attempt, Json.Of(plan)));
        }
        catch (Exception exception)
        {
            LogNotLaunched(logger, exception, Id, plan.Number, options.Value.Heartbeat);
        }
    }

    /// <summary>Finds reports that were lost and trials that were lost with their process.</summary>
    private async Task LookAfterTrialsAsync()
    {
        foreach (var plan in Run.InFlight.ToArray())
        {
            // A report that was found here may have ended the job, and with it the trials that are still to be looked after.
            if (!Run.IsInFlight(plan.Number, plan.Attempt))
            {
                continue;
            }

            var status = await Trial(plan.Number).StatusAsync();
            if (status.Attempt != plan.Attempt)
            {
                Note(plan.Number, plan.Attempt, null);
                await LaunchAsync(plan);
            }
            else if (status.Report is { } report)
            {
                await TrialEndedAsync(report);
            }
            else
            {
                Note(plan.Number, plan.Attempt, status.Waiting);
            }
        }
    }

    /// <summary>The clusters are put back; whatever of the job still runs is broken off.</summary>
    private async Task FinishAsync()
    {
        _clock.Stop();
        _heartbeat?.Dispose();
        _heartbeat = null;
        LogEnded(logger, Id, _view.Status, _view.Reason ?? "as planned");
        foreach (var plan in Run.InFlight)
        {
            await TryAsync(() => Trial(plan.Number).StopAsync());
        }

        for (var lane = 0; lane < Math.Max(1, _spec.Cluster.Clusters); lane++)
        {
            var cluster = GrainFactory.GetGrain<ITestClusterGrain>(ClusterIdentity.Of(_spec.Cluster, Id, lane));
            await TryAsync(() => cluster.EndAsync(Id));
        }

        jobs.Forget(Id);
    }

    /// <summary>A cluster that cannot be reached now ends its lease by itself when the term is over.</summary>
    private async Task TryAsync(Func<Task> action)
    {
        try
        {
            await action();
        }
        catch (Exception exception)
        {
            LogNotFinished(logger, exception, Id);
        }
    }

    private ITrialGrain Trial(int number) => GrainFactory.GetGrain<ITrialGrain>(TrialKey.Of(Id, number));
}
