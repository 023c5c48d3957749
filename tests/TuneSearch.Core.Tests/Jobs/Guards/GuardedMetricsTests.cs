using System.Collections.Immutable;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Expressions;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Jobs.Comparisons;
using TuneSearch.Core.Jobs.Guards;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Objectives;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Core.Tests.Jobs.Guards;

public sealed class GuardedMetricsTests
{
    private static readonly ImmutableSortedDictionary<string, double> Latency = Measurement.NoMetrics.Add("end_to_end_latency_p99", 0.1);

    [Fact]
    public void Of_TelemetryThatIsNamed_IsGuardedOfTheCluster() =>
        Guarded(["end_to_end_latency_p99", "gc_pause_max"], Latency.Add("gc_pause_max", 0.02)).ShouldBe(
        [
            new ComparedMetric("payments", "end_to_end_latency_p99", HigherIsBetter: false),
            new ComparedMetric(null, "gc_pause_max", HigherIsBetter: false),
        ]);

    [Fact]
    public void Of_WhatAProfileHas_IsNotGuardedOfTheClusterToo() =>
        Guarded(["end_to_end_latency_p99"], Latency).ShouldBe([new ComparedMetric("payments", "end_to_end_latency_p99", HigherIsBetter: false)]);

    [Fact]
    public void Of_TelemetryThatWasNotSeen_IsNotGuarded() => Guarded(["gc_pause_max"], Latency).ShouldBeEmpty();

    [Fact]
    public void Of_AProfileWithoutThePercentileOnItsFirstEpisode_IsGuardedAllTheSame()
    {
        var first = new Measurement { Profiles = ImmutableSortedDictionary.CreateRange([KeyValuePair.Create("payments", Measurement.NoMetrics)]) };

        Guarded(["end_to_end_latency_p99"], Latency, first).ShouldBe([new ComparedMetric("payments", "end_to_end_latency_p99", HigherIsBetter: false)]);
    }

    private static ImmutableArray<ComparedMetric> Guarded(ImmutableArray<string> named, ImmutableSortedDictionary<string, double> metrics, params ImmutableArray<Measurement> before)
    {
        var objective = new ObjectiveSpec(Goal.Maximize, "throughput", ExpressionParser.Parse("throughput", new ExpressionScope([], "metric", isOpen: true)).Expression!) { Gate = new GateSpec { Guarded = named } };
        var measurement = new Measurement { Metrics = metrics, Profiles = ImmutableSortedDictionary.CreateRange([KeyValuePair.Create("payments", Latency)]) };
        return GuardedMetrics.Of(new JobSpec("test", 1, new SearchSpace("test", []), new SimulatedClusterSpec(), objective), [.. before, measurement]);
    }
}
