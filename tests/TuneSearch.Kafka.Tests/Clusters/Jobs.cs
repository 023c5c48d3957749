using TuneSearch.Core.Clusters;
using TuneSearch.Core.Expressions;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Objectives;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Kafka.Tests.Clusters;

/// <summary>Jobs for driver tests, with no more than the driver looks at.</summary>
internal static class Jobs
{
    public static JobSpec On(ClusterSpec cluster, params Parameter[] parameters) =>
        new("test", 1, new SearchSpace("test", parameters), cluster, new ObjectiveSpec(Goal.Maximize, "throughput", ExpressionParser.Parse("throughput", new ExpressionScope([], "metric", isOpen: true)).Expression!));
}
