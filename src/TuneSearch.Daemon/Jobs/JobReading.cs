using System.Collections.Immutable;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Storage;
using TuneSearch.Daemon.Api.Contracts;

namespace TuneSearch.Daemon.Jobs;

/// <summary>A job as its events tell it at one version: an immutable snapshot.</summary>
public sealed record JobReading(StoredJob Stored, JobSpec Spec, JobView View, long Version)
{
    /// <summary>In the order in which they were started; a trial that is run again keeps its place.</summary>
    public ImmutableArray<TrialRow> Trials { get; init; } = [];

    /// <summary>One point for each trial that ended.</summary>
    public ImmutableArray<ProgressPoint> Progress { get; init; } = [];

    public string Id => Stored.Id;

    public bool HasEnded => View.Status.IsFinal();

    /// <summary>What the job would answer now, or its answer.</summary>
    public Configuration? Best => View.Answer?.Configuration ?? View.Best;

    public JobSummary ToSummary() => new(Stored.Id, Stored.Name, Stored.SubmittedAt, View.Status)
    {
        Phase = View.Phase,
        TrialsDone = View.TrialsDone,
        TrialsPlanned = View.TrialsPlanned,
        BestObjective = View.BestObjective,
        BaselineObjective = View.BaselineObjective,
        BestIsBaseline = Best is { } best && best.Equals(Spec.Baseline),
        Verdict = View.Answer?.Verdict,
        Gain = View.Answer?.Objective.Value ?? ObjectiveText.Gain(Spec.Objective.Goal, View.BaselineObjective, View.BestObjective),
        Reason = View.Reason,
    };

    public JobDetail ToDetail() => new(ToSummary())
    {
        Version = Version,
        Seed = Spec.Seed,
        Driver = Spec.Cluster.Driver,
        Space = Spec.Space.Name,
        Profiles = [.. Spec.Profiles.Select(profile => profile.Name)],
        Objective = ObjectiveText.Of(Spec.Objective),
        Maximize = Spec.Objective.Goal == Core.Objectives.Goal.Maximize,
        SubjectTo = [.. Spec.Objective.SubjectTo.Select(limit => limit.Text)],
        MaxRegression = Spec.Objective.Gate.MaxRegression,
        Verified = Spec.Verification != Verification.None,
        TrialsInFlight = View.TrialsInFlight,
        Infeasible = View.Infeasible,
        Invalid = View.Invalid,
        Restarts = View.Restarts,
        Temperature = View.Temperature,
        Acceptance = View.Acceptance,
        ElapsedSeconds = View.Elapsed.TotalSeconds,
        SecondsLeft = View.TimeLeft?.TotalSeconds,
        Noise = BaselineNoise.Of(Trials),
        Baseline = Spec.Baseline,
        Best = Best,
        Telemetry = [.. TelemetryComparison.Of(Trials, Spec.Baseline, Best)],
        Notes = [.. View.Notes],
        Answer = View.Answer is { } answer ? AnswerDocument.From(answer, Spec.Space) : null,
    };
}
