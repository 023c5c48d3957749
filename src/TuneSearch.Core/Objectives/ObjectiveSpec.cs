using System.Collections.Immutable;
using TuneSearch.Core.Expressions;

namespace TuneSearch.Core.Objectives;

/// <summary>What is sought: one expression over metrics to push up or down, subject to limits, and guarded by the gate.</summary>
/// <param name="Text">The expression as written; metric names, and parameter or price names where the metrics lack them.</param>
public sealed record ObjectiveSpec(Goal Goal, string Text, Expression Expression)
{
    public ImmutableArray<MetricLimit> SubjectTo { get; init; } = [];

    public GateSpec Gate { get; init; } = new();
}
