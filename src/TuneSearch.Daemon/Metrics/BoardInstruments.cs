using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using TuneSearch.Core.Jobs;
using TuneSearch.Daemon.Jobs;

namespace TuneSearch.Daemon.Metrics;

/// <summary>How the jobs on the board stand: those that have not ended, and the last that did. The board's size bounds the label <c>job_id</c> (<c>job</c> is Prometheus' own).</summary>
internal sealed class BoardInstruments
{
    public const string Job = "job_id";
    public const string Phase = "phase";
    public const string Status = "status";

    public static readonly InstrumentSpec Active = new("jobs_active", InstrumentKind.Gauge, null, "Jobs that have not ended, by status; the queued ones are the queue's length.", Status);
    public static readonly InstrumentSpec InFlight = new("trials_in_flight", InstrumentKind.Gauge, null, "Trials that run now.");
    public static readonly InstrumentSpec JobPhase = new("job_phase", InstrumentKind.Gauge, null, "1 for the phase that the job is in.", Job, Phase);
    public static readonly InstrumentSpec Done = new("job_trials", InstrumentKind.Gauge, null, "Trials of the job that ended.", Job);
    public static readonly InstrumentSpec Planned = new("job_trials_planned", InstrumentKind.Gauge, null, "Trials that the job may take.", Job);
    public static readonly InstrumentSpec Best = new("job_best_objective", InstrumentKind.Gauge, null, "Objective of the best configuration so far, in the objective's own unit.", Job);
    public static readonly InstrumentSpec Baseline = new("job_baseline_objective", InstrumentKind.Gauge, null, "Objective of the configuration that runs today, in the objective's own unit.", Job);
    public static readonly InstrumentSpec Gain = new("job_gain_ratio", InstrumentKind.Gauge, null, "Relative improvement over the baseline, positive is better.", Job);
    public static readonly InstrumentSpec Temperature = new("job_temperature", InstrumentKind.Gauge, null, "Temperature of the annealing.", Job);
    public static readonly InstrumentSpec Acceptance = new("job_acceptance_ratio", InstrumentKind.Gauge, null, "Share of the latest proposals that were taken.", Job);
    public static readonly ImmutableArray<InstrumentSpec> All = [Active, InFlight, JobPhase, Done, Planned, Best, Baseline, Gain, Temperature, Acceptance];

    private static readonly JobStatus[] ActiveStatuses = [JobStatus.Queued, JobStatus.Running, JobStatus.Paused];

    public BoardInstruments(Instruments instruments, JobBoard board)
    {
        instruments.Observe(Active, () => ActiveStatuses.Select(status => new Measurement<double>(
            board.Jobs.Count(job => job.View.Status == status), new KeyValuePair<string, object?>(Status, status.ToString().ToLowerInvariant()))));
        instruments.Observe(InFlight, () => board.Jobs.Where(job => !job.HasEnded).Sum(job => job.View.TrialsInFlight));
        instruments.Observe(JobPhase, () => board.Jobs.Select(job => new Measurement<double>(
            1, new KeyValuePair<string, object?>(Job, job.Id), new KeyValuePair<string, object?>(Phase, job.View.Phase))));
        PerJob(instruments, board, Done, job => job.View.TrialsDone);
        PerJob(instruments, board, Planned, job => job.View.TrialsPlanned);
        PerJob(instruments, board, Best, job => job.View.BestObjective);
        PerJob(instruments, board, Baseline, job => job.View.BaselineObjective);
        PerJob(instruments, board, Gain, job => job.ToSummary().Gain);
        PerJob(instruments, board, Temperature, job => job.View.Temperature);
        PerJob(instruments, board, Acceptance, job => job.View.Acceptance);
    }

    private static void PerJob(Instruments instruments, JobBoard board, InstrumentSpec spec, Func<JobReading, double?> value) =>
        instruments.Observe(spec, () => board.Jobs
            .Select(job => (job.Id, Value: value(job)))
            .Where(sample => sample.Value is not null)
            .Select(sample => new Measurement<double>(sample.Value!.Value, new KeyValuePair<string, object?>(Job, sample.Id))));
}
