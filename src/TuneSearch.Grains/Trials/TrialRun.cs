using System.Collections.Immutable;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Jobs.Futility;
using TuneSearch.Core.Jobs.Trials;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Storage;
using TuneSearch.Grains.Clusters;
using TuneSearch.Grains.Hosting;
using TuneSearch.Grains.Messages;

namespace TuneSearch.Grains.Trials;

/// <summary>One attempt of one trial, from the lease to its outcome.</summary>
/// <param name="tell">Who hears what the trial waits for, each time that changes; null once it is at work.</param>
internal sealed class TrialRun(ITestClusterGrain cluster, JobSpec job, TrialPlan plan, GrainOptions options, TimeProvider time, Func<string?, Task> tell)
{
    private readonly Signal _workEnded = new();
    private long _token;
    private long? _leased;

    /// <summary>What it waits for; null once it is at work.</summary>
    public string? Waiting { get; private set; } = "has not begun";

    /// <summary>Broker restarts so far.</summary>
    public int Restarts { get; private set; }

    /// <summary>Since it got the lease: what others measured before that is not this trial's time.</summary>
    public TimeSpan Elapsed => _leased is { } leased ? time.GetElapsedTime(leased) : TimeSpan.Zero;

    public void OnWorkEnded() => _workEnded.Set();

    /// <exception cref="OperationCanceledException">The trial was stopped.</exception>
    public async Task<TrialOutcome> RunAsync(LeaseRequest request, CancellationToken cancellationToken)
    {
        try
        {
            await TakeLeaseAsync(request, cancellationToken);
            return await ApplyAndMeasureAsync(cancellationToken);
        }
        catch (WorkRefusedException refused)
        {
            return new Faulted(refused.Message);
        }
    }

    private async Task TakeLeaseAsync(LeaseRequest request, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            var answer = await cluster.AcquireAsync(request).WaitAsync(cancellationToken);
            var before = Waiting;
            Waiting = answer.Refusal;
            if (answer.Refusal is null)
            {
                _token = answer.Token;
                _leased = time.GetTimestamp();
                if (tries > 1)
                {
                    // Not awaited: the lease is not for waiting.
                    _ = tell(null);
                }

                return;
            }

            if (answer.Refusal != before)
            {
                // Awaited, so that «at work» never overtakes it.
                await tell(answer.Refusal).WaitAsync(cancellationToken);
            }

            await Task.Delay(Backoff.After(tries, options.LeaseRetry), time, cancellationToken);
        }
    }

    private async Task<TrialOutcome> ApplyAndMeasureAsync(CancellationToken cancellationToken)
    {
        var applied = await DoAsync<ApplyResult>(() => cluster.BeginApplyAsync(_token, Json.Of(plan.Configuration)), cancellationToken);
        Restarts += applied.Restarts;
        if (applied.Failure is { } failure)
        {
            return failure;
        }

        var measurements = ImmutableArray<Measurement>.Empty;
        foreach (var episode in plan.Episodes)
        {
            var run = new EpisodeRun(plan.Number, plan.Configuration, episode) { Attempt = plan.Attempt };
            var outcome = await DoAsync<TrialOutcome>(() => cluster.BeginEpisodeAsync(_token, Json.Of(run)), cancellationToken);
            if (outcome is not Measured measured)
            {
                return outcome;
            }

            measurements = measurements.AddRange(measured.Measurements);
            if (FutilityDecider.ReasonToStop(job.Objective, plan, measurements) is { } reason)
            {
                return new Stopped(measurements, reason);
            }
        }

        return new Measured(measurements);
    }

    /// <summary>Begins work and asks after it until it has ended; each question renews the lease.</summary>
    private async Task<T> DoAsync<T>(Func<Task<WorkStatus>> begin, CancellationToken cancellationToken)
    {
        var status = await begin().WaitAsync(cancellationToken);
        while (true)
        {
            if (status.Refusal is { } refusal)
            {
                throw new WorkRefusedException(refusal);
            }

            if (status.Result is { } result)
            {
                return CoreJson.Read<T>(result);
            }

            await _workEnded.WaitAsync(options.Heartbeat, time, cancellationToken);
            status = await cluster.CheckAsync(_token, status.Work).WaitAsync(cancellationToken);
        }
    }
}
