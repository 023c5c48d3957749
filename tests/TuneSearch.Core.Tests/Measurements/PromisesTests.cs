using System.Collections.Immutable;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Workloads;

namespace TuneSearch.Core.Tests.Measurements;

public sealed class PromisesTests
{
    private static readonly PromisedLimits Plan = new()
    {
        PublishLatencyP99 = TimeSpan.FromMilliseconds(20), EndToEndLatencyP99 = TimeSpan.FromMilliseconds(100), MinMessagesPerSecond = 1000,
    };

    private static readonly ImmutableSortedDictionary<string, double> Measured = Measurement.NoMetrics
        .Add(MetricNames.PublishLatencyP99, 0.02).Add(MetricNames.EndToEndLatencyP99, 0.3).Add(MetricNames.Throughput, 990);

    [Fact]
    public void Of_EachDimension_IsComparedWithItsMetric() => Promises.Of(Plan, Measured, 5000).ShouldBe(
    [
        new Promise(MetricNames.PublishLatencyP99, 0.02, 0.02, IsKept: true),
        new Promise(MetricNames.EndToEndLatencyP99, 0.1, 0.3, IsKept: false),
        new Promise(MetricNames.Throughput, 1000, 990, IsKept: true),
    ]);

    [Theory]
    [InlineData(500, 480, true)]
    [InlineData(500, 470, false)]
    [InlineData(9000, 940, false)]
    public void Of_Throughput_IsOwedAsFarAsItIsUsed(double offered, double rate, bool kept) =>
        Promises.Of(Plan, Measured.SetItem(MetricNames.Throughput, rate), offered)[^1].IsKept.ShouldBe(kept);

    [Fact]
    public void Of_NothingMeasured_JudgesNothing() => Promises.Of(Plan, Measurement.NoMetrics, 1).ShouldBeEmpty();
}
