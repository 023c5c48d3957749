using System.Collections.Immutable;
using TuneSearch.Core.Expressions;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Core.Objectives;

/// <summary>Turns measurements into the number that is sought, and limits into how far they are missed.</summary>
public static class ObjectiveScorer
{
    /// <summary>Keeps the relative excess over a limit of 0 finite: such a limit is missed by the excess itself.</summary>
    private const double SmallestScale = 1e-12;

    /// <summary>The mean over the episodes. Limits are held against the mean too: an episode's noise alone makes nobody an offender.</summary>
    public static Score Score(ObjectiveSpec objective, Configuration configuration, ImmutableArray<Measurement> measurements)
    {
        var sum = 0.0;
        var excess = new double[objective.SubjectTo.Length];
        foreach (var measurement in measurements)
        {
            if (Number(objective.Expression, configuration, measurement.Metrics) is not { } value)
            {
                return Missing(objective.Text, objective.Expression, configuration, measurement);
            }

            sum += value;
            for (var i = 0; i < excess.Length; i++)
            {
                var limit = objective.SubjectTo[i];
                if (Excess(limit, configuration, measurement.Metrics) is not { } by)
                {
                    return Missing(limit.Text, Number(limit.Left, configuration, measurement.Metrics) is null ? limit.Left : limit.Right, configuration, measurement);
                }

                excess[i] += by;
            }
        }

        if (measurements.IsEmpty)
        {
            return new Score(null, null, 0, "no episode was measured");
        }

        var mean = sum / measurements.Length;
        var violation = excess.Sum(e => Math.Max(0, e / measurements.Length));
        return new Score(mean, objective.Goal == Goal.Maximize ? -mean : mean, violation)
        {
            Slack = excess.Length == 0 ? null : -excess.Max() / measurements.Length,
        };
    }

    /// <summary>The expression over metrics, and parameters where no metric has the name; null where a name is missing or the result is no finite number.</summary>
    public static double? Number(Expression expression, Configuration configuration, ImmutableSortedDictionary<string, double> metrics)
    {
        var result = expression.Evaluate(name => Lookup(name, configuration, metrics));
        return result is { IsNumber: true } value && double.IsFinite(value.AsNumber()) ? value.AsNumber() : null;
    }

    /// <summary>How far the limit is missed, relative to its bound; negative by how far it is kept.</summary>
    public static double? Excess(MetricLimit limit, Configuration configuration, ImmutableSortedDictionary<string, double> metrics)
    {
        if (Number(limit.Left, configuration, metrics) is not { } left || Number(limit.Right, configuration, metrics) is not { } right)
        {
            return null;
        }

        var by = limit.Direction == LimitDirection.AtMost ? left - right : right - left;
        return Math.Abs(right) > SmallestScale ? by / Math.Abs(right) : by;
    }

    private static ParameterValue? Lookup(string name, Configuration configuration, ImmutableSortedDictionary<string, double> metrics) =>
        metrics.TryGetValue(name, out var metric) ? ParameterValue.Real(metric)
        : configuration.TryGet(name, out var value) ? value
        : null;

    private static Score Missing(string text, Expression expression, Configuration configuration, Measurement measurement)
    {
        var missing = expression.Names.Where(name => Lookup(name, configuration, measurement.Metrics) is null).Order(StringComparer.Ordinal).ToArray();
        var problem = missing.Length > 0
            ? $"'{text}' reads {string.Join(", ", missing)}, which was not measured; measured were {string.Join(", ", measurement.Metrics.Keys)}"
            : $"'{text}' gave no finite number";
        return new Score(null, null, 0, problem);
    }
}
