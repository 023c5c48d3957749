using TuneSearch.Core.Jobs;
using TuneSearch.Core.Jobs.Answers;

namespace TuneSearch.Daemon.Api.Contracts;

/// <summary>A job in a list.</summary>
public sealed record JobSummary(string Id, string Name, DateTimeOffset SubmittedAt, JobStatus Status)
{
    public string Phase { get; init; } = string.Empty;

    public int TrialsDone { get; init; }

    public int TrialsPlanned { get; init; }

    public double? BestObjective { get; init; }

    public double? BaselineObjective { get; init; }

    /// <summary>Whether the best is the configuration that runs today; the gain is 0 then.</summary>
    public bool BestIsBaseline { get; init; }

    /// <summary>Null before the job has an answer.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>Relative improvement over the baseline as measured for the answer, else of the best so far; positive is better.</summary>
    public double? Gain { get; init; }

    /// <summary>Why, where the status is failed or cancelled.</summary>
    public string? Reason { get; init; }
}
