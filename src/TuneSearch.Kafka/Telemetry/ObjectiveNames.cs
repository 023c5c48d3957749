using TuneSearch.Core.Jobs;

namespace TuneSearch.Kafka.Telemetry;

/// <summary>The names that a job's objective, its limits and its gate read.</summary>
internal static class ObjectiveNames
{
    public static IReadOnlySet<string> Of(JobSpec job) =>
        job.Objective.Expression.Names
            .Concat(job.Objective.SubjectTo.SelectMany(limit => limit.Left.Names.Concat(limit.Right.Names)))
            .Concat(job.Objective.Gate.Guarded)
            .Concat(job.Profiles.SelectMany(profile => profile.Guarded))
            .ToHashSet(StringComparer.Ordinal);
}
