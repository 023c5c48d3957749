using System.Collections.Immutable;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Jobs.Futility;
using TuneSearch.Core.Jobs.Trials;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Workloads;

namespace TuneSearch.Core.Tests.Jobs.Futility;

public class FutilityDeciderTests
{
    private static readonly JobSpec s_job = DirectorHarness.Job(10);

    [Fact]
    public void ReasonToStop_CostAboveItsBound_SaysWhy() =>
        FutilityDecider.ReasonToStop(s_job.Objective, Plan(3), Measured(80)).ShouldBe(
            "hopeless after 1 of 3 episodes: cost -80 is above -90, the most that could still reach the best so far");

    [Theory]
    [InlineData(95, 3)]
    [InlineData(80, 1)]
    public void ReasonToStop_GoodEnoughOrDone_IsNull(double throughput, int episodes) =>
        FutilityDecider.ReasonToStop(s_job.Objective, Plan(episodes), Measured(throughput)).ShouldBeNull();

    [Fact]
    public void Against_Incumbent_LeavesRoomForTheNoise()
    {
        var rule = new FutilityBounds(noise: 2).Against([-100, -104, -99]);

        rule.CostBounds.Length.ShouldBe(2);
        rule.CostBounds[0].ShouldBe(-100 + (2.33 * 2 * Math.Sqrt(2)), 1e-9);
        rule.CostBounds[1].ShouldBe(-102 + (2.33 * 2), 1e-9);
    }

    private static TrialPlan Plan(int episodes) =>
        new(1, TrialPurpose.Search, s_job.Baseline, [.. Enumerable.Range(0, episodes).Select(i => new Episode((ulong)i, ImmutableSortedDictionary<string, double>.Empty, false))])
        {
            Futility = new FutilityRule([-90, -95], "the best so far"),
        };

    private static ImmutableArray<Measurement> Measured(double throughput) => [new Measurement { Metrics = Measurement.NoMetrics.Add("throughput", throughput) }];
}
