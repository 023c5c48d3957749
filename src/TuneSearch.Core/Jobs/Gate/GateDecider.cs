using System.Collections.Immutable;
using System.Globalization;
using TuneSearch.Core.Jobs.Comparisons;
using TuneSearch.Core.Objectives;
using TuneSearch.Core.Statistics;

namespace TuneSearch.Core.Jobs.Gate;

/// <summary>The no-regression test of one candidate against the baseline.</summary>
/// <remarks>
/// A candidate passes where, at one look, the objective is surely better, every guarded metric of every profile is surely no worse than the margin, and every limit is kept.
/// «All of them» is an intersection-union test: each part is tested at the full level and the whole is at that level without correction, because passing
/// wrongly needs the very part that is wrong to pass (Berger, «Multiparameter hypothesis testing and acceptance sampling», Technometrics 1982).
/// What does multiply the chances of a false claim is that there are several looks and several candidates: looks split the level by <see cref="SequentialLooks"/>,
/// candidates by their <paramref name="weight"/> (weighted Bonferroni; the weights of all candidates of a job sum to 1).
/// Stopping for futility never helps a candidate to pass, so it spends nothing.
/// </remarks>
internal sealed class GateDecider(GateSpec gate, SequentialLooks looks, double weight, IDistributions distributions)
{
    private const double IntervalConfidence = 0.95;

    /// <summary>A part that is worse than its margin at this one-sided level ends the gate.</summary>
    private const double RefutedAlpha = 0.01;

    /// <param name="pairs">Pairs measured so far.</param>
    /// <param name="limits">Mean relative excess over each limit, positive is missed, with the limit's text.</param>
    public GateVerdict Decide(int pairs, PairedResult objective, ImmutableArray<(ComparedMetric Metric, PairedResult Result)> guarded, ImmutableArray<(string Text, MeanEstimate Excess)> limits)
    {
        var alpha = (1 - gate.Confidence) * weight * looks.ShareAt(pairs);
        var open = new List<string>();
        var refuted = new List<string>();
        Check(objective, "the objective", alpha, 0, open, refuted);
        foreach (var (metric, result) in guarded)
        {
            Check(result, metric.ToString(), alpha, result.Scale.FromRelative(-gate.MaxRegression), open, refuted);
        }

        foreach (var (text, excess) in limits)
        {
            if (excess.Lower(RefutedAlpha, distributions) > 0)
            {
                refuted.Add($"the limit '{text}' is missed by {Percent(excess.Mean)}");
            }
            else if (excess.Mean > 0 || alpha <= 0 || excess.Upper(alpha, distributions) > gate.MaxRegression)
            {
                open.Add($"the limit '{text}' is not surely kept: missed by {Percent(excess.Mean)} on average (negative is kept)");
            }
        }

        if (2 * pairs >= looks.Largest && objective.Mean.Mean <= 0)
        {
            refuted.Add($"the objective shows no gain halfway: {Describe(objective)}");
        }

        var metrics = guarded.Select(g => (g.Metric, g.Result.Scale.ToEstimate(g.Result.Mean, IntervalConfidence, distributions))).ToImmutableArray();
        return refuted.Count > 0 ? new GateVerdict(false, string.Join("; ", refuted), metrics)
            : open.Count == 0 ? new GateVerdict(true, "every bound cleared its margin", metrics)
            : new GateVerdict(pairs >= looks.Largest ? false : null, string.Join("; ", open), metrics);
    }

    private void Check(PairedResult result, string name, double alpha, double margin, List<string> open, List<string> refuted)
    {
        if (result.Missing > 0)
        {
            // Left out, the worst episodes of all would make the candidate look no worse.
            refuted.Add($"{name} was not to be had in {result.Missing} of {result.Missing + result.Mean.Count} pairs, and the baseline's was");
        }
        else if (result.Mean.Upper(RefutedAlpha, distributions) < margin)
        {
            refuted.Add($"{name} is worse: {Describe(result)}");
        }
        else if (alpha <= 0 || result.Mean.Lower(alpha, distributions) <= margin)
        {
            var least = margin < 0 ? $"surely above {Percent(result.Scale.ToRelative(margin))}" : "surely better";
            open.Add($"{name} is not {least}: {Describe(result)}");
        }
    }

    private string Describe(PairedResult result)
    {
        var estimate = result.Scale.ToEstimate(result.Mean, IntervalConfidence, distributions);
        return estimate is { Low: { } low, High: { } high }
            ? $"{Percent(estimate.Value)} [{Percent(low)}, {Percent(high)}]"
            : $"{Percent(estimate.Value)} from {result.Mean.Count} pair";
    }

    private static string Percent(double share) => (100 * share).ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture) + " %";
}
