using TuneSearch.Core.Expressions;

namespace TuneSearch.Core.Objectives;

/// <summary>A law on metrics that a configuration must meet to be an answer: «publish_latency_p99 &lt;= 20ms».</summary>
/// <param name="Text">As written.</param>
public sealed record MetricLimit(string Text, Expression Left, LimitDirection Direction, Expression Right);

public enum LimitDirection
{
    AtMost,
    AtLeast,
}
