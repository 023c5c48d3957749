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

    /// <summary>Every name that a driver of ours reports and a gate may guard, with what it counts: a new one has to be thought of here.</summary>
    [Fact]
    public void HigherIsBetter_NamesOfOurOwn_MoreIsBetterOfTheseAlone() =>
        TelemetryNames.All.Concat(ClientTelemetryNames.All)
            .Where(name => MetricDirection.HigherIsBetter(name, new ObjectiveSpec(Goal.Maximize, "throughput", new NameExpression("throughput")), Configuration.Empty, Measurement.NoMetrics))
            .ShouldBe(
            [
                TelemetryNames.DiskWrite, TelemetryNames.PageCache, TelemetryNames.NetworkReceive, TelemetryNames.NetworkSend,
                ClientTelemetryNames.BatchBytes, ClientTelemetryNames.BatchMessages, ClientTelemetryNames.InFlight,
                ClientTelemetryNames.ProducerRequests, ClientTelemetryNames.ConsumerRequests, ClientTelemetryNames.ProducerWire, ClientTelemetryNames.ConsumerWire,
                ClientTelemetryNames.Steady, ClientTelemetryNames.ConnectionsOpened,
            ]);

    [Theory]
    [InlineData("kafka_server_failedproducerequests_total", false)]
    [InlineData("kafka_server_replicamanager_underreplicatedpartitions", false)]
    [InlineData("request_timeouts", false)]
    [InlineData("messages_dropped", false)]
    [InlineData("requesthandleravgidlepercent", true)]
    public void HigherIsBetter_NamesOfOthers_AreReadByTheirParts(string metric, bool expected) =>
        MetricDirection.HigherIsBetter(metric, new ObjectiveSpec(Goal.Maximize, "throughput", new NameExpression("throughput")), Configuration.Empty, Measurement.NoMetrics).ShouldBe(expected);
}
