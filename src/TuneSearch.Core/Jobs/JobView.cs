using System.Collections.Immutable;
using TuneSearch.Core.Annealing;
using TuneSearch.Core.Jobs.Answers;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Core.Jobs;

/// <summary>A job at a glance, for progress lines, pages and metrics.</summary>
public sealed record JobView(string Name, JobStatus Status)
{
    /// <summary>«calibration», «search», «finalists», «gate», «elimination», «estimate», «done»; of a job that was cancelled or failed the one that it was in.</summary>
    public string Phase { get; init; } = "search";

    public int TrialsDone { get; init; }

    public int TrialsPlanned { get; init; }

    public int TrialsInFlight { get; init; }

    public int Infeasible { get; init; }

    public int Invalid { get; init; }

    public int Restarts { get; init; }

    /// <summary>The configuration the job would answer now.</summary>
    public Configuration? Best { get; init; }

    /// <summary>Its estimated objective, in the objective's own unit: that of the baseline where it is the baseline, as its fresh measurements showed it where it was verified.</summary>
    public double? BestObjective { get; init; }

    public double? BaselineObjective { get; init; }

    public double Temperature { get; init; }

    /// <summary>Share of the search's latest proposals that were taken, 0 to 1; null before the first was decided.</summary>
    public double? Acceptance { get; init; }

    /// <summary>What the search has learned of which parameters matter; null before its start is measured.</summary>
    public Relevance? Relevance { get; init; }

    public TimeSpan Elapsed { get; init; }

    /// <summary>Null before the first trial has ended.</summary>
    public TimeSpan? TimeLeft { get; init; }

    /// <summary>What a reader should know at once: a budget too small for what it is to show, drift, a limit that the baseline misses.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    public string? Reason { get; init; }

    public JobAnswer? Answer { get; init; }
}
