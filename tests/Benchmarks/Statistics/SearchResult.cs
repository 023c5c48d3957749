using System.Collections.Immutable;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Jobs.Answers;
using TuneSearch.Core.Jobs.Trials;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Benchmarks.Statistics;

/// <summary>How a synthetic search ended, beside the truth.</summary>
/// <param name="TrueGain">Of the configuration that was answered.</param>
internal sealed record SearchResult(JobAnswer Answer, double TrueGain, Configuration Baseline, int Measured, ImmutableArray<JobEvent> Events)
{
    public bool IsImproved => Answer.Verdict == Verdict.Improved;

    /// <summary>Whether the reported interval holds the true gain.</summary>
    public bool Covers => Answer.Objective is { Low: { } low, High: { } high } && low <= TrueGain + 1e-12 && TrueGain <= high + 1e-12;

    public int In(TrialPurpose purpose) => Events.OfType<TrialStarted>().Where(e => e.Plan.Purpose == purpose).Sum(e => e.Plan.Episodes.Length);

    /// <summary>Episodes planned and measured of each trial of the search.</summary>
    public IEnumerable<(int Planned, int Measured)> SearchTrials
    {
        get
        {
            var plans = Events.OfType<TrialStarted>().Where(e => e.Plan.Purpose == TrialPurpose.Search).ToDictionary(e => e.Plan.Number, e => e.Plan);
            return Events.OfType<TrialEnded>().Where(e => plans.ContainsKey(e.Number)).Select(e => (plans[e.Number].Episodes.Length, e.Outcome switch
            {
                Measured measured => measured.Measurements.Length,
                Stopped stopped => stopped.Measurements.Length,
                _ => 0,
            }));
        }
    }
}
