using TuneSearch.Core.Expressions;
using TuneSearch.Core.Jobs.Comparisons;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Objectives;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Core.Tests.Jobs.Comparisons;

public class MetricDirectionTests
{
    [Theory]
    [InlineData(Goal.Maximize, "score", "score", true)]
    [InlineData(Goal.Minimize, "score", "score", false)]
    [InlineData(Goal.Maximize, "throughput", "publish_latency_p99", false)]
    [InlineData(Goal.Maximize, "throughput", "messages_lost", false)]
    [InlineData(Goal.Maximize, "throughput", "messages_delivered", true)]
    public void HigherIsBetter_OfMetric_FollowsTheObjectiveThenTheName(Goal goal, string objective, string metric, bool expected) =>
        MetricDirection.HigherIsBetter(metric, new ObjectiveSpec(goal, objective, new NameExpression(objective)), Configuration.Empty, Measurement.NoMetrics.Add(objective, 5))
            .ShouldBe(expected);
}
