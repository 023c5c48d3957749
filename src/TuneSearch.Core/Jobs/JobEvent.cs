using System.Text.Json.Serialization;
using TuneSearch.Core.Jobs.Answers;
using TuneSearch.Core.Jobs.Trials;
using TuneSearch.Core.Measurements;

namespace TuneSearch.Core.Jobs;

/// <summary>Something that happened to a job. A job's state is the fold of its events, so a restart goes on exactly where it was.</summary>
/// <param name="At">Time of measuring used so far, neither stopped time counted nor time in which all trials waited for their clusters: what the budget's wall clock is held against.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(TrialStarted), "trialStarted")]
[JsonDerivedType(typeof(TrialEnded), "trialEnded")]
[JsonDerivedType(typeof(JobPaused), "paused")]
[JsonDerivedType(typeof(JobResumed), "resumed")]
[JsonDerivedType(typeof(JobEnded), "ended")]
public abstract record JobEvent(TimeSpan At);

public sealed record TrialStarted(TimeSpan At, TrialPlan Plan) : JobEvent(At);

/// <param name="Restarts">Broker restarts that applying the configuration took.</param>
/// <param name="Seconds">How long the trial took from its lease of the cluster, apply included.</param>
public sealed record TrialEnded(TimeSpan At, int Number, TrialOutcome Outcome, int Restarts = 0, double Seconds = 0) : JobEvent(At);

public sealed record JobPaused(TimeSpan At) : JobEvent(At);

public sealed record JobResumed(TimeSpan At) : JobEvent(At);

/// <param name="Reason">Why, where the status is not <see cref="JobStatus.Done"/>.</param>
public sealed record JobEnded(TimeSpan At, JobStatus Status, string? Reason = null, JobAnswer? Answer = null) : JobEvent(At);
