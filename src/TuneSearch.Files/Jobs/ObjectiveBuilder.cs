using System.Collections.Immutable;
using System.Reflection;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Expressions;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Objectives;
using TuneSearch.Core.Quantities;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Validation;

namespace TuneSearch.Files.Jobs;

/// <summary>Makes the objective of a job, and notes what is wrong with its expressions.</summary>
internal sealed class ObjectiveBuilder
{
    private static readonly ImmutableArray<string> Known =
    [
        .. typeof(MetricNames).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!),
    ];

    private readonly ExpressionScope _scope;
    private readonly List<Problem> _problems;

    /// <param name="cluster">A command cluster may report metrics of any name; the other drivers report the known ones and their telemetry.</param>
    public ObjectiveBuilder(ClusterSpec cluster, SearchSpace? space, List<Problem> problems)
    {
        var metrics = Known.Concat(cluster.Telemetry).Select(name => new Symbol(name, ExpressionType.Number, UnitOf(name)));
        var parameters = (space?.Parameters ?? []).Select(p => Symbol.Of(p.Name, p.Domain, p.Unit)).Where(s => s.Type == ExpressionType.Number);
        var isOpen = cluster is CommandClusterSpec;
        _scope = new ExpressionScope(metrics.Concat(parameters), "metric", isOpen);
        _problems = problems;
    }

    public ObjectiveSpec? Build(ObjectiveFile file)
    {
        if (file is { Maximize: not null, Minimize: not null })
        {
            _problems.Add(new Problem("objective.minimize", "the objective has both maximize and minimize", "Keep one of them; put the other metric under subjectTo:."));
            Parse("objective.maximize", file.Maximize, ExpressionType.Number);
        }

        var (goal, key, text) = file.Minimize is { } cost ? (Goal.Minimize, "minimize", cost) : (Goal.Maximize, "maximize", file.Maximize ?? MetricNames.Throughput);
        var path = $"objective.{key}";
        var parsed = Parse(path, text, ExpressionType.Number);
        if (parsed is { Names.Count: 0 })
        {
            _problems.Add(new Problem(path, $"objective '{text}' names no metric, so every configuration is as good as any other", $"Name a metric, for instance {MetricNames.Throughput}."));
        }

        var limits = file.SubjectTo.Select(Limit).ToArray();
        for (var i = 0; i < file.Gate.Guarded.Length; i++)
        {
            Parse($"objective.gate.guarded[{i}]", file.Gate.Guarded[i], ExpressionType.Number);
        }

        return parsed is null || limits.Contains(null)
            ? null
            : new ObjectiveSpec(goal, text, parsed) { SubjectTo = [.. limits.OfType<MetricLimit>()], Gate = file.Gate };
    }

    private MetricLimit? Limit(string text, int index)
    {
        var path = $"objective.subjectTo[{index}]";
        if (Parse(path, text, ExpressionType.Boolean) is not { } law)
        {
            return null;
        }

        if (law.AsLimit() is not var (left, direction, right))
        {
            _problems.Add(new Problem(path, $"limit '{text}' is not of the form «metric <= bound» or «metric >= bound»", "Write one limit a line, as publish_latency_p99 <= 20ms."));
            return null;
        }

        return new MetricLimit(text, left, direction, right);
    }

    private Expression? Parse(string path, string text, ExpressionType wanted)
    {
        var parsed = ExpressionParser.Parse(text, _scope, wanted);
        _problems.AddRange(parsed.Errors.Select(error => new Problem($"{path}:{error.Column}", $"'{text}': {error.Message}", error.Remedy)));
        return parsed.Expression;
    }

    private static Unit? UnitOf(string metric) =>
        metric.Contains("latency", StringComparison.Ordinal) && Unit.TryFind("s", out var seconds) ? seconds
        : metric.EndsWith("bytes", StringComparison.Ordinal) && Unit.TryFind("B", out var bytes) ? bytes
        : null;
}
