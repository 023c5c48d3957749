using TuneSearch.Core.Measurements;
using TuneSearch.Core.Measurements.Delivery;
using TuneSearch.Core.Measurements.Latency;
using TuneSearch.Core.Workloads;

namespace TuneSearch.Core.Tests.Measurements;

public sealed class MeasurementBuilderTests
{
    private static readonly string[] AllNames =
    [.. typeof(MetricNames).GetFields().Select(field => (string)field.GetValue(null)!).Where(name => name != MetricNames.Price).Order(StringComparer.Ordinal)];

    [Fact]
    public void Build_EveryThingCounted_HasEveryName()
    {
        var measurement = Build(Tally(1_000_000));

        measurement.Metrics.Keys.ShouldBe(AllNames);
        measurement.Profiles["p0"].Keys.ShouldBe(AllNames);
    }

    [Fact]
    public void Build_TwoProfiles_AddsCountsAndMergesLatencies()
    {
        var measurement = Build(Tally(1_000_000), Tally(3_000_000));

        measurement.Metrics[MetricNames.MessagesSent].ShouldBe(20);
        measurement.Metrics[MetricNames.MessagesLost].ShouldBe(2);
        measurement.Metrics[MetricNames.Throughput].ShouldBe(20 / 2.0);
        measurement.Metrics[MetricNames.PublishLatencyMean].ShouldBe(0.002);
        measurement.Profiles["p1"][MetricNames.PublishLatencyMax].ShouldBe(0.003);
    }

    [Fact]
    public void Build_NothingConsumed_LeavesEndToEndOut()
    {
        var tally = new ProfileTally { Sent = 1 };

        Build(tally).Metrics.Keys.ShouldNotContain(MetricNames.EndToEndLatencyP99);
    }

    [Fact]
    public void Build_MessagesLost_HaveALatencyAndBreakItsPromise()
    {
        var tally = new ProfileTally { Sent = 3, Acknowledged = 3 };
        tally.EndToEnd.Record(1_000_000);
        tally.Settle(new DeliveryCounts(1, 2, 0, 0), waited: 5_000_000_000);

        var measurement = Build(tally);

        measurement.Metrics[MetricNames.MessagesLost].ShouldBe(2);
        measurement.Metrics[MetricNames.EndToEndLatencyP50].ShouldBe(5);
        measurement.Profiles["p0"][MetricNames.PromisesBroken].ShouldBe(1);
    }

    [Fact]
    public void Build_PromisedLatencyExceeded_IsABrokenPromiseOfThatProfile()
    {
        var measurement = Build(Tally(3_000_000), Tally(9_000_000));

        measurement.Profiles["p0"][MetricNames.PromisesBroken].ShouldBe(1);
        measurement.Profiles["p1"][MetricNames.PromisesBroken].ShouldBe(0);
        measurement.Metrics[MetricNames.PromisesBroken].ShouldBe(1);
    }

    private static Measurement Build(params ProfileTally[] tallies) =>
        MeasurementBuilder.Build(
            tallies.Select((tally, index) => (tally, index)).ToDictionary(pair => "p" + pair.index, pair => pair.tally), new Dictionary<string, PromisedLimits> { ["p0"] = new() { PublishLatencyP99 = TimeSpan.FromMilliseconds(2), EndToEndLatencyP99 = TimeSpan.FromMilliseconds(100) } }, TimeSpan.FromSeconds(2), Measurement.NoMetrics);

    private static ProfileTally Tally(long latency)
    {
        var tally = new ProfileTally
        {
            Sent = 10, Acknowledged = 10, AcknowledgedInWindow = 10, AcknowledgedBytesInWindow = 1000, ConsumedInWindow = 9, Delivery = new DeliveryCounts(9, 1, 0, 0),
        };
        tally.Publish.Record(latency);
        tally.EndToEnd.Record(latency * 2);
        return tally;
    }
}
