using System.Collections.Immutable;
using System.Globalization;
using TuneSearch.Core.Jobs.Calibrations;
using TuneSearch.Core.Jobs.Comparisons;
using TuneSearch.Core.Jobs.Elimination;
using TuneSearch.Core.Jobs.Estimation;
using TuneSearch.Core.Jobs.Finalists;
using TuneSearch.Core.Jobs.Gate;
using TuneSearch.Core.Jobs.Searching;
using TuneSearch.Core.Statistics;

namespace TuneSearch.Core.Jobs.Flows;

/// <summary>What a verified job tells its reader in words.</summary>
/// <param name="toCoverAll">Episodes until every profile has run.</param>
internal sealed class VerifiedNotes(JobSpec spec, int toCoverAll, IDistributions distributions)
{
    public const double Confidence = 0.95;
    private const double Power = 0.9;

    /// <summary>Said as soon as the calibration is done, so that a budget too small is known before it is spent.</summary>
    public ImmutableArray<string> SoFar { get; private set; } = [];

    public void Calibrated(Calibration calibration, BudgetSplit split)
    {
        var notes = ImmutableArray.CreateBuilder<string>();
        var objective = calibration.Objective;
        var alpha = (1 - spec.Objective.Gate.Confidence) * BudgetSplit.FirstCandidate * SequentialLooks.LastShare;
        var shown = DetectableEffect.Of(split.GatePairs, objective.PairDeviation, alpha, Power, distributions);
        notes.Add($"Noise floor, the baseline against itself in {objective.Pairs} pairs: one measurement of the objective varies by {Percent(objective.Deviation)} on the same episode. "
            + $"The gate has up to {split.GatePairs} pairs and shows gains from {Percent(shown)}.");
        if (calibration.Unguarded is { Asked.IsEmpty: false } unguarded)
        {
            notes.Add($"NOT guarded, for no measurement of the baseline carries it: {string.Join(", ", unguarded.Asked)}. Measured were {string.Join(", ", unguarded.Measured)}.");
        }

        if (calibration.Guarded.Length > 0)
        {
            var worst = calibration.Guarded.MaxBy(g => g.Floor.Deviation);
            notes.Add($"The noisiest guarded metric is {worst.Metric}: one measurement varies by {Percent(worst.Floor.Deviation)}.");
        }

        var needed = BudgetSplit.GatePairsNeeded(calibration, spec, distributions);
        if (needed > split.GatePairs)
        {
            notes.Add($"The budget of {spec.Budget.Trials} measurements is small for this noise: to show that nothing guarded loses more than {Percent(spec.Objective.Gate.MaxRegression)} "
                + $"takes {needed} pairs, the gate has {split.GatePairs}. A budget of {BudgetSplit.BudgetFor(needed, toCoverAll)} would do; so would longer episodes or a wider margin.");
        }

        if (objective.DriftIsClear)
        {
            notes.Add($"The cluster drifts by {Percent(objective.DriftPerStep)} a trial with nothing changed; pairs in ABBA order take it out, the search sees it.");
        }

        if (calibration.Violation > 0)
        {
            notes.Add($"The baseline itself misses its limits, by {Percent(calibration.Violation)} together.");
        }

        SoFar = notes.ToImmutable();
    }

    /// <summary>Said where the finalists show noise that the calibration could not see.</summary>
    public void NoiseWasHidden(Calibration calibration) => SoFar = SoFar.Add(
        $"Configurations vary by {Percent(calibration.Objective.Deviation)} from episode to episode, far more than the baseline against itself on one: noise that comes with configuration and episode together. The gate counts on it.");

    public ImmutableArray<string> ForBaseline(IReadOnlyList<GatePhase> gates, ImmutableArray<Finalist> ranked, EliminationPhase? elimination, string? cutShort, SearchPhase? search)
    {
        var notes = SoFar.ToBuilder();
        AddSaved(notes, search);
        if (cutShort is not null)
        {
            notes.Add($"The answer is the baseline: {cutShort}, before anything had passed the gate.");
        }
        else if (gates.Count == 0)
        {
            notes.Add(ranked.IsEmpty ? "The answer is the baseline: no finalist could be measured against it."
                : elimination is not null && elimination.Reduced.Equals(spec.Baseline)
                    ? $"The answer is the baseline: the best finalist seemed {Percent(Relative(ranked[0].Gain))} better, but every line of it could be taken back without a loss that shows."
                    : ranked[0].Gain.Mean.Mean > 0
                    ? $"The answer is the baseline: measured again on fresh episodes, the best finalist was {Percent(Relative(ranked[0].Gain))} better, but too little of the budget was left for the gate. Trials that restart brokers take longer than the calibration's: give more wall clock."
                    : $"The answer is the baseline: measured again on fresh episodes, the best finalist was no better ({Percent(Relative(ranked[0].Gain))}).");
        }

        for (var i = 0; i < gates.Count; i++)
        {
            notes.Add($"Candidate {i + 1} did not pass the gate after {gates[i].Pairs} pairs: {gates[i].Verdict.Reason}.");
        }

        return notes.ToImmutable();
    }

    public ImmutableArray<string> ForImproved(GatePhase passed, EstimatePhase? estimate, EliminationPhase? elimination, string? cutShort, SearchPhase? search)
    {
        var notes = SoFar.ToBuilder();
        AddSaved(notes, search);
        notes.Add($"Passed the gate after {passed.Pairs} pairs: {passed.Verdict.Reason}.");
        if (elimination is { } minimal)
        {
            notes.Add($"Minimal diff: lines were taken back as long as the objective loses at most {Percent(1 - Math.Exp(-minimal.Margin))} against the full candidate."
                + minimal.Undecided switch
                {
                    0 => string.Empty,
                    1 => " The budget ended before one of them was decided; it stays.",
                    var several => $" The budget ended before {several} of them were decided; they stay.",
                });
        }
        else
        {
            notes.Add("Minimal diff: the budget allowed no test of single lines (or there was only one), so all stay.");
        }

        notes.Add(estimate is { } fresh
            ? $"The gain is from {fresh.Gain.Mean.Count} fresh pairs that had no part in any choice."
            : "The gain is from the gate's own pairs, which chose it: no fresh ones could be measured, so it is somewhat flattering.");
        if (cutShort is not null)
        {
            notes.Add($"Cut short: {cutShort}.");
        }

        return notes.ToImmutable();
    }

    private static void AddSaved(ImmutableArray<string>.Builder notes, SearchPhase? search)
    {
        if (search?.Futility is { StoppedTrials: > 0 } futility)
        {
            notes.Add($"{futility.StoppedTrials} hopeless trials were stopped early, which saved {Percent(futility.Saved)} of the search's measuring time.");
        }
    }

    private static double Relative(PairedResult result) => result.Scale.ToRelative(result.Mean.Mean);

    private static string Percent(double share) => (100 * share).ToString("0.##", CultureInfo.InvariantCulture) + " %";
}
