using System.Collections.Immutable;
using TuneSearch.Core.Jobs;

namespace TuneSearch.Benchmarks.Statistics;

/// <summary>How a synthetic search ended, beside the truth.</summary>
/// <param name="TrueGain">Of the configuration that was answered.</param>
internal sealed record SearchResult(JobAnswer Answer, double TrueGain, int Measured, ImmutableArray<JobEvent> Events)
{
    public bool IsImproved => Answer.Verdict == Verdict.Improved;

    /// <summary>Whether the reported interval holds the true gain.</summary>
    public bool Covers => Answer.Objective is { Low: { } low, High: { } high } && low <= TrueGain + 1e-12 && TrueGain <= high + 1e-12;

    public int In(TrialPurpose purpose) => Events.OfType<TrialStarted>().Where(e => e.Plan.Purpose == purpose).Sum(e => e.Plan.Episodes.Length);
}
