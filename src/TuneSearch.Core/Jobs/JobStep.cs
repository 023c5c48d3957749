using TuneSearch.Core.Jobs.Answers;
using TuneSearch.Core.Jobs.Trials;

namespace TuneSearch.Core.Jobs;

/// <summary>What a job is to do next.</summary>
public abstract record JobStep;

/// <summary>Start this trial on a free cluster.</summary>
public sealed record StartTrial(TrialPlan Plan) : JobStep;

/// <summary>Nothing before a trial in flight has ended, or the job is resumed.</summary>
public sealed record WaitForTrial : JobStep;

/// <summary>The job is over.</summary>
public sealed record EndJob(JobStatus Status, string? Reason, JobAnswer? Answer) : JobStep;
