using System.Globalization;

namespace TuneSearch.Core.Jobs.Flows;

/// <summary>What is known of a job's budget before anything is measured. Pure.</summary>
public static class BudgetAdvice
{
    /// <summary>Why the job can answer nothing but its baseline, with the way out; null where it may find something.</summary>
    public static string? Of(JobSpec job)
    {
        const int Gate = 2 * BudgetSplit.LeastPairs;
        var trials = job.Budget.Trials;
        var toCoverAll = job.Episodes().EpisodesToCoverAll;
        var calibration = 2 * BudgetSplit.CalibrationPairs(trials, toCoverAll);

        // One measurement of the search has to be there for a candidate.
        return job.Verification != Verification.Gate || trials >= calibration + 1 + Gate ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"a budget of {trials} trials ends before the gate, so the answer can only be the baseline: calibrating takes {calibration} and the gate at least {Gate}. Write trials: {BudgetSplit.BudgetFor(BudgetSplit.LeastPairs, toCoverAll)} or more, or verification: none.");
    }
}
