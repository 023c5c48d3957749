using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TuneSearch.Core.Jobs.Trials;
using TuneSearch.Core.Measurements;
using TuneSearch.Grains.Clusters;
using TuneSearch.Grains.Hosting;
using TuneSearch.Grains.Jobs;
using TuneSearch.Grains.Messages;

namespace TuneSearch.Grains.Trials;

/// <inheritdoc cref="ITrialGrain"/>
/// <remarks>The attempt runs beside the grain's turns and comes back to them; a timer keeps the grain alive meanwhile and repeats a report that was lost.</remarks>
internal sealed partial class TrialGrain(
    JobCatalogue jobs,
    IOptions<GrainOptions> options,
    TimeProvider time,
    ILogger<TrialGrain> logger) : Grain, ITrialGrain, IDisposable
{
    private TrialOrder? _order;
    private TrialRun? _run;
    private TrialReport? _report;
    private CancellationTokenSource? _stop;
    private Task _running = Task.CompletedTask;
    private IGrainTimer? _heartbeat;

    public async Task StartAsync(TrialOrder order)
    {
        if (_order?.Attempt == order.Attempt)
        {
            return;
        }

        await StopAsync();
        var job = await jobs.GetAsync(order.Job);
        var plan = order.Plan.Read<TrialPlan>();
        var cluster = GrainFactory.GetGrain<ITestClusterGrain>(ClusterIdentity.Of(job.Cluster, order.Job, plan.Lane));
        _order = order;
        _report = null;
        _stop = new CancellationTokenSource();
        _run = new TrialRun(cluster, job, plan, options.Value, time, reason => TellAsync(order.Job, new TrialWait(plan.Number, plan.Attempt, reason)));
        _heartbeat = this.RegisterGrainTimer(
            ReportAsync, new GrainTimerCreationOptions(options.Value.Heartbeat, options.Value.Heartbeat) { KeepAlive = true, Interleave = true });
        _running = RunAsync(_run, plan.Number, new LeaseRequest(order.Job, plan.Lane, this.GetPrimaryKeyString()), _stop.Token);
    }

    public async Task StopAsync()
    {
        _heartbeat?.Dispose();
        _heartbeat = null;
        if (_stop is { } stop)
        {
            await stop.CancelAsync();
            await _running;
            stop.Dispose();
            _stop = null;
        }
    }

    public Task<TrialStatus> StatusAsync() => Task.FromResult(new TrialStatus(_order?.Attempt, _run?.Waiting, _report));

    public Task WorkEndedAsync()
    {
        _run?.OnWorkEnded();
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => StopAsync();

    public void Dispose() => _stop?.Dispose();

    private async Task RunAsync(TrialRun run, int number, LeaseRequest request, CancellationToken stopping)
    {
        TrialOutcome outcome;
        try
        {
            outcome = await run.RunAsync(request, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return;
        }
        catch (Exception exception)
        {
            LogBroken(logger, exception, this.GetPrimaryKeyString());
            outcome = new Faulted($"the trial broke off: {exception.Message}");
        }

        _report = new TrialReport(number, _order!.Attempt, Json.Of(outcome), run.Restarts, run.Elapsed.TotalSeconds);

        // Not awaited: the job may answer by starting the next attempt here, and that waits for this one to have ended.
        _ = ReportAsync();
    }

    /// <summary>Tells the job what the trial waits for; where that fails the job asks at its next heartbeat.</summary>
    private async Task TellAsync(string job, TrialWait wait)
    {
        try
        {
            await GrainFactory.GetGrain<ISearchJobGrain>(job).TrialWaitsAsync(wait);
        }
        catch (Exception exception)
        {
            LogNotTold(logger, exception, this.GetPrimaryKeyString());
        }
    }

    /// <summary>Tells the job; where that fails the next heartbeat tries again.</summary>
    private async Task ReportAsync()
    {
        if (_report is not { } report)
        {
            return;
        }

        try
        {
            await GrainFactory.GetGrain<ISearchJobGrain>(_order!.Job).TrialEndedAsync(report);
            if (_report == report)
            {
                DeactivateOnIdle();
            }
        }
        catch (Exception exception)
        {
            LogReportLost(logger, exception, this.GetPrimaryKeyString(), options.Value.Heartbeat);
        }
    }
}
