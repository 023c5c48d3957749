using TuneSearch.Core.Objectives;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Core.Jobs.Comparisons;

/// <summary>Whether more of a metric is better.</summary>
internal static class MetricDirection
{
    /// <summary>Large enough to show through rounding, small enough to stay on one side of a bend.</summary>
    private const double Nudge = 1.01;

    /// <summary>Parts of names of which less is better; the drivers' own names and what people commonly call such things.</summary>
    private static readonly string[] s_lessIsBetter = ["latency", "lost", "duplicated", "out_of_order", "error", "price", "cost", "lag", "seconds", "delay", "usage", "pause", "throttled", "collections", "processors", "memory", "broken", "held_back",
        "retries", "timeout", "rebalances", "refused", "queue_messages", "queue_depth", "busy", "stolen", "taken", "generator_", "disk_read", "fail", "dropped", "rejected", "underreplicated", "under_replicated", "offline"];

    /// <summary>Where the objective reads the metric, the direction in which it pulls it; else by the metric's name; else more is better.</summary>
    /// <param name="sample">Metrics of one measurement, to see which way the objective goes.</param>
    public static bool HigherIsBetter(string metric, ObjectiveSpec objective, Configuration configuration, System.Collections.Immutable.ImmutableSortedDictionary<string, double> sample)
    {
        if (objective.Expression.Names.Contains(metric) && sample.TryGetValue(metric, out var value) && value != 0
            && ObjectiveScorer.Number(objective.Expression, configuration, sample) is { } was
            && ObjectiveScorer.Number(objective.Expression, configuration, sample.SetItem(metric, value * Nudge)) is { } now
            && now != was)
        {
            return (now > was) == (value > 0) == (objective.Goal == Goal.Maximize);
        }

        return !s_lessIsBetter.Any(part => metric.Contains(part, StringComparison.OrdinalIgnoreCase));
    }
}
