using TuneSearch.Core.Objectives;

namespace TuneSearch.Kafka.Telemetry;

/// <summary>The names that an objective and its limits read.</summary>
internal static class ObjectiveNames
{
    public static IReadOnlySet<string> Of(ObjectiveSpec objective) =>
        objective.Expression.Names
            .Concat(objective.SubjectTo.SelectMany(limit => limit.Left.Names.Concat(limit.Right.Names)))
            .ToHashSet(StringComparer.Ordinal);
}
