using System.Collections.Immutable;
using TuneSearch.Core.Jobs.Calibrations;
using TuneSearch.Core.Jobs.Comparisons;
using TuneSearch.Core.Jobs.Guards;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Statistics;
using TuneSearch.Core.Workloads;

namespace TuneSearch.Core.Tests.Jobs.Guards;

public sealed class GuardWatchTests
{
    private static readonly Episode Seen = new(1, ImmutableSortedDictionary<string, double>.Empty, HeldOut: false);

    private static readonly NoiseFloor OnePercent = new(0.01, 0, 0, DriftIsClear: false, 10);

    [Fact]
    public void Judge_WhatEveryMetricGains_HasTheSlackOfTheTightest()
    {
        var judged = Watch().Judge([Seen], [Measured(throughput: 120, latency: 0.1)]);

        judged.Violation.ShouldBe(0);
        judged.Slack!.Value.ShouldBe(Math.Log(1.02), 1e-9, "the latency is where it was, so the whole margin of 2 % is left");
    }

    [Fact]
    public void Judge_ALossWithinTheNoise_IsNoViolationYetTellsWhereItGoes()
    {
        var judged = Watch().Judge([Seen], [Measured(throughput: 97, latency: 0.1)]);

        judged.Violation.ShouldBe(0);
        judged.Slack!.Value.ShouldBe(Math.Log(0.97 / 0.98), 1e-9);
    }

    [Fact]
    public void Judge_ALossBeyondTheNoise_IsAViolation()
    {
        var judged = Watch().Judge([Seen], [Measured(throughput: 100, latency: 0.2)]);

        judged.Violation.ShouldBe(Math.Log(2 / 1.02) - (2 * OnePercent.PairDeviation), 1e-9);
        judged.Slack!.Value.ShouldBe(-Math.Log(2 / 1.02), 1e-9);
    }

    [Fact]
    public void Judge_AnEpisodeThatTheBaselineNeverSaw_SaysNothing() =>
        Watch().Judge([Seen with { Seed = 2 }], [Measured(throughput: 1, latency: 9)]).ShouldBe(new GuardJudgement(0, null));

    private static GuardWatch Watch()
    {
        var calibration = new Calibration(
            OnePercent,
            [(new ComparedMetric("payments", "throughput", HigherIsBetter: true), OnePercent), (new ComparedMetric("payments", "latency", HigherIsBetter: false), OnePercent)],
            100,
            0);
        var watch = new GuardWatch(calibration, 0.02);
        watch.AddBaseline(Seen, Measured(throughput: 100, latency: 0.1));
        return watch;
    }

    private static Measurement Measured(double throughput, double latency) => new()
    {
        Metrics = Measurement.NoMetrics,
        Profiles = ImmutableSortedDictionary.CreateRange([KeyValuePair.Create("payments", Measurement.NoMetrics.Add("throughput", throughput).Add("latency", latency))]),
    };
}
