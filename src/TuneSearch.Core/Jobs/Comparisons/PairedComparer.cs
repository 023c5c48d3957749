using TuneSearch.Core.Measurements;
using TuneSearch.Core.Objectives;
using TuneSearch.Core.Statistics;

namespace TuneSearch.Core.Jobs.Comparisons;

/// <summary>Reads paired differences out of a comparison's blocks.</summary>
internal static class PairedComparer
{
    /// <summary>The objective of the challenger against the incumbent.</summary>
    public static PairedResult Objective(ObjectiveSpec objective, Comparison comparison, int incumbent, int challenger) =>
        Of(
            comparison,
            incumbent,
            challenger,
            objective.Goal == Goal.Maximize,
            (measurement, arm) => ObjectiveScorer.Number(objective.Expression, comparison.Arms[arm], measurement.Metrics));

    public static PairedResult Metric(Comparison comparison, int incumbent, int challenger, ComparedMetric metric) =>
        Of(comparison, incumbent, challenger, metric.HigherIsBetter, (measurement, _) => Value(measurement, metric));

    public static double? Value(Measurement measurement, ComparedMetric metric)
    {
        var metrics = metric.Profile is null ? measurement.Metrics
            : measurement.Profiles.TryGetValue(metric.Profile, out var profile) ? profile
            : Measurement.NoMetrics;
        return metrics.TryGetValue(metric.Metric, out var value) && double.IsFinite(value) ? value : null;
    }

    private static PairedResult Of(Comparison comparison, int incumbent, int challenger, bool higherIsBetter, Func<Measurement, int, double?> read)
    {
        var pairs = new List<(double Incumbent, double Challenger, int Steps)>();
        var missing = 0;
        foreach (var block in comparison.With(incumbent, challenger))
        {
            if (read(block[incumbent]!, incumbent) is not { } was)
            {
                continue;
            }

            if (read(block[challenger]!, challenger) is { } now)
            {
                pairs.Add((was, now, block.StepsBetween(incumbent, challenger)));
            }
            else
            {
                missing++;
            }
        }

        var scale = ChangeScale.For([.. pairs.Select(p => p.Incumbent)], [.. pairs.Select(p => p.Challenger)], higherIsBetter);
        var differences = pairs.Select(p => new PairedDifference(scale.Difference(p.Incumbent, p.Challenger), p.Steps)).ToArray();
        return new PairedResult(scale, PairedMean.Of(scale.IsLog ? differences : Linearised([.. pairs.Select(p => p.Incumbent)], differences))) { Missing = missing };
    }

    /// <summary>What plain differences are divided by is a mean of measurements too, and an uncertain one where episodes differ: each difference is freed of what its own
    /// episode did to the divisor, so that they vary as their ratio does (the ratio estimator; Cochran, «Sampling Techniques», 1977, chapter 6).</summary>
    private static PairedDifference[] Linearised(double[] incumbent, PairedDifference[] differences)
    {
        var mean = incumbent.Length == 0 ? 0 : incumbent.Average();
        var ratio = differences.Length == 0 ? 0 : differences.Average(d => d.Value);
        return mean == 0 ? differences : [.. differences.Zip(incumbent, (d, was) => d with { Value = d.Value - (ratio * ((was / mean) - 1)) })];
    }
}
