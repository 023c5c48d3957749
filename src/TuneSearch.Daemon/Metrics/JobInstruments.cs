using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Jobs.Trials;
using TuneSearch.Core.Measurements;

namespace TuneSearch.Daemon.Metrics;

/// <summary>Jobs and trials, counted where their events are stored.</summary>
internal sealed class JobInstruments
{
    public const string Outcome = "outcome";
    public const string Purpose = "purpose";
    public const string Reason = "reason";
    public const string Status = "status";

    private static readonly string[] s_outcomes = ["measured", "infeasible", "invalid", "faulted", "stopped"];

    public static readonly InstrumentSpec Submitted = new("jobs_submitted_total", InstrumentKind.Counter, null, "Jobs that were accepted.");
    public static readonly InstrumentSpec Ended = new("jobs_ended_total", InstrumentKind.Counter, null, "Jobs that ended, by how.", Status);
    public static readonly InstrumentSpec Trials = new("trials_total", InstrumentKind.Counter, null, "Trials that ended, by outcome and purpose.", Outcome, Purpose);
    public static readonly InstrumentSpec Invalid = new("invalid_trials_total", InstrumentKind.Counter, null, "Trials whose measuring went wrong, by the kind of reason.", Reason);
    public static readonly InstrumentSpec Restarts = new("broker_restarts_total", InstrumentKind.Counter, null, "Broker restarts that applying configurations took.");
    public static readonly InstrumentSpec Duration = new("trial_duration_seconds", InstrumentKind.Histogram, "s", "Time of a trial, applying its configuration included.", Outcome);
    public static readonly ImmutableArray<InstrumentSpec> All = [Submitted, Ended, Trials, Invalid, Restarts, Duration];

    private readonly Counter<long> _submitted;
    private readonly Counter<long> _ended;
    private readonly Counter<long> _trials;
    private readonly Counter<long> _invalid;
    private readonly Counter<long> _restarts;
    private readonly Histogram<double> _duration;

    public JobInstruments(Instruments instruments)
    {
        _submitted = instruments.Counter(Submitted);
        _ended = instruments.Counter(Ended);
        _trials = instruments.Counter(Trials);
        _invalid = instruments.Counter(Invalid);
        _restarts = instruments.Counter(Restarts);
        _duration = instruments.Histogram(Duration, Buckets.Trials);
    }

    /// <summary>Shows every series at 0: between no series and 1 there is no increase that an alert could see.</summary>
    public void Begin()
    {
        _submitted.Add(0);
        _restarts.Add(0);
        foreach (var status in Enum.GetValues<JobStatus>().Where(status => status.IsFinal()))
        {
            _ended.Add(0, Tag(Status, NameOf(status)));
        }

        foreach (var purpose in Enum.GetValues<TrialPurpose>().Select(purpose => (TrialPurpose?)purpose).Append(null))
        {
            foreach (var outcome in s_outcomes)
            {
                _trials.Add(0, Tag(Outcome, outcome), Tag(Purpose, NameOf(purpose)));
            }
        }

        foreach (var kind in InvalidReasons.All)
        {
            _invalid.Add(0, Tag(Reason, kind));
        }
    }

    public void OnSubmitted() => _submitted.Add(1);

    public void OnEnded(JobStatus status) => _ended.Add(1, Tag(Status, NameOf(status)));

    /// <param name="purpose">Null where this process has neither written nor read the trial's start.</param>
    public void OnTrial(TrialEnded trial, TrialPurpose? purpose)
    {
        var outcome = Name(trial.Outcome);
        _trials.Add(1, Tag(Outcome, outcome), Tag(Purpose, NameOf(purpose)));
        _duration.Record(trial.Seconds, Tag(Outcome, outcome));
        _restarts.Add(trial.Restarts);
        if (trial.Outcome is Invalid invalid)
        {
            _invalid.Add(1, Tag(Reason, InvalidReasons.KindOf(invalid.Reason)));
        }
    }

    private static string NameOf(JobStatus status) => status.ToString().ToLowerInvariant();

    private static string NameOf(TrialPurpose? purpose) => purpose?.ToString().ToLowerInvariant() ?? "unknown";

    private static string Name(TrialOutcome outcome) => outcome switch
    {
        Measured => "measured",
        Infeasible => "infeasible",
        Core.Measurements.Invalid => "invalid",
        Faulted => "faulted",
        _ => "stopped",
    };

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}
