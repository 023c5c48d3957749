using System.Collections.Immutable;
using TuneSearch.Core.Jobs.Comparisons;
using TuneSearch.Core.Measurements;

namespace TuneSearch.Core.Jobs.Guards;

/// <summary>What the gate guards: for every profile the objective's metrics and the guarded ones, as far as the baseline's measurements carry them; of the cluster what is named and no profile has.</summary>
internal static class GuardedMetrics
{
    /// <param name="baseline">Measurements of the baseline; together they have seen every profile.</param>
    public static ImmutableArray<ComparedMetric> Of(JobSpec spec, ImmutableArray<Measurement> baseline)
    {
        var guarded = ImmutableArray.CreateBuilder<ComparedMetric>();
        foreach (var profile in baseline.SelectMany(m => m.Profiles.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var own = spec.Profiles.FirstOrDefault(p => p.Name == profile)?.Guarded ?? [];
            var sample = Together(baseline.Where(m => m.Profiles.ContainsKey(profile)).Select(m => m.Profiles[profile]));
            guarded.AddRange(Names(spec, own).Where(sample.ContainsKey).Select(name => Compared(spec, profile, name, sample)));
        }

        // What no profile has is guarded of the cluster as a whole, where the job names it: telemetry (a collector's pauses), and everything
        // of a cluster that tells nothing by profile. The objective itself must win anyway.
        if (baseline.Length > 0)
        {
            var known = guarded.Select(metric => metric.Metric).ToHashSet(StringComparer.Ordinal);
            var named = spec.Objective.Gate.Guarded.Concat(spec.Profiles.SelectMany(p => p.Guarded)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
            var sample = Together(baseline.Select(m => m.Metrics));
            guarded.AddRange(named.Where(name => !known.Contains(name) && sample.ContainsKey(name)).Select(name => Compared(spec, null, name, sample)));
        }

        return guarded.ToImmutable();
    }

    /// <summary>What the job asks to guard and no measurement of the baseline carries: a name that was misspelt, or that this cluster does not report. In alphabetical order.</summary>
    public static ImmutableArray<string> Absent(JobSpec spec, ImmutableArray<Measurement> baseline) =>
    [
        .. spec.Objective.Gate.Guarded.Concat(spec.Profiles.SelectMany(p => p.Guarded)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Where(name => !baseline.Any(m => m.Metrics.ContainsKey(name) || m.Profiles.Values.Any(metrics => metrics.ContainsKey(name)))),
    ];

    /// <summary>A price is a means, not something that a customer loses: it is guarded only where the job names it.</summary>
    private static IEnumerable<string> Names(JobSpec spec, ImmutableArray<string> own)
    {
        var gate = spec.Objective.Gate.Guarded.IsDefaultOrEmpty
            ? spec.Objective.Expression.Names.Where(name => name != MetricNames.Price)
            : spec.Objective.Gate.Guarded;
        return gate.Concat(own).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
    }

    /// <summary>A value of each metric that any of them has: an episode in which too little happened for a percentile takes no guard off the others.</summary>
    private static ImmutableSortedDictionary<string, double> Together(IEnumerable<ImmutableSortedDictionary<string, double>> seen) =>
        seen.Aggregate((all, next) => all.AddRange(next.Where(metric => !all.ContainsKey(metric.Key))));

    private static ComparedMetric Compared(JobSpec spec, string? profile, string name, ImmutableSortedDictionary<string, double> sample) =>
        new(profile, name, MetricDirection.HigherIsBetter(name, spec.Objective, spec.Baseline, sample));
}
