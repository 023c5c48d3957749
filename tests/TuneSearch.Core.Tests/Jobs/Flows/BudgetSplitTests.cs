using FsCheck.Xunit;
using TuneSearch.Core.Jobs.Calibrations;
using TuneSearch.Core.Jobs.Comparisons;
using TuneSearch.Core.Jobs.Finalists;
using TuneSearch.Core.Jobs.Flows;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Statistics;
using TuneSearch.Core.Workloads;
using TuneSearch.Numerics;

namespace TuneSearch.Core.Tests.Jobs.Flows;

public class BudgetSplitTests
{
    private static readonly MathNetDistributions s_distributions = new();

    [Property]
    public bool For_AnyBudgetAndNoise_PromisesNoMoreThanThereIs(ushort budget, byte percent)
    {
        var left = 34 + (budget % 500);
        var split = BudgetSplit.For(left, Noisy(percent / 1000.0), DirectorHarness.Job(left), s_distributions);
        var promised = split.Search + ((split.Finalists + 1) * split.FinalistBlocks) + split.Elimination + (2 * (split.GatePairs + split.EstimatePairs));
        return promised <= left && split.GatePairs >= BudgetSplit.LeastPairs && split.Search >= left / 5;
    }

    [Fact]
    public void For_ABudgetOfTwentyFive_LeavesOutTheFinalists() =>
        BudgetSplit.For(19, Noisy(0.02), DirectorHarness.Job(25), s_distributions)
            .ShouldBe(new BudgetSplit(Search: 7, Finalists: 1, FinalistBlocks: 0, Elimination: 0, GatePairs: 4, EstimatePairs: 2));

    [Fact]
    public void For_MoreParameters_KeepsMoreForTheMinimalDiff()
    {
        var few = DirectorHarness.Job(100);
        var many = few with { Space = new SearchSpace("many", Enumerable.Range(0, 20).Select(i => new Parameter($"p{i}", ParameterScope.Custom, new RealDomain(0, 1), ParameterValue.Real(0)))) };

        BudgetSplit.For(90, Noisy(0.02), many, s_distributions).Elimination.ShouldBe(22);
        BudgetSplit.For(90, Noisy(0.02), few, s_distributions).Elimination.ShouldBe(11);
    }

    [Fact]
    public void GatePairsNeeded_ACandidateFarFromItsMargins_NeedsFewer()
    {
        var gain = new PairedResult(new ChangeScale(true, 1, true), new MeanEstimate(0.3, 0.01, 2, 3));
        var seen = new Finalist(DirectorHarness.Space().Defaults, gain, 0) { Guarded = [(new ComparedMetric("a", "latency", false), gain)] };
        var spec = DirectorHarness.Job(200) with { Profiles = [new Profile("a"), new Profile("b")] };

        BudgetSplit.GatePairsNeeded(Noisy(0.02), spec, s_distributions).ShouldBeGreaterThan(20);
        BudgetSplit.GatePairsNeeded(Noisy(0.02), spec, s_distributions, seen).ShouldBeLessThan(10);
    }

    [Theory]
    [InlineData(7, 3)]
    [InlineData(8, 4)]
    [InlineData(13, 4)]
    [InlineData(16, 4)]
    [InlineData(30, 11)]
    public void GatePairsFrom_LittleLeft_IsTheSmallestGateBeforeAnyEstimate(int left, int expected) =>
        new BudgetSplit(Search: 20, Finalists: 2, FinalistBlocks: 2, Elimination: 0, GatePairs: 6, EstimatePairs: 4).GatePairsFrom(8, left).ShouldBe(expected);

    [Fact]
    public void For_LittleNoise_LeavesMoreToTheSearch() =>
        BudgetSplit.For(180, Noisy(0), DirectorHarness.Job(200), s_distributions).Search
            .ShouldBeGreaterThan(BudgetSplit.For(180, Noisy(0.05), DirectorHarness.Job(200), s_distributions).Search);

    private static Calibration Noisy(double deviation)
    {
        var floor = new NoiseFloor(deviation, deviation, 0, false, 5);
        return new Calibration(floor, [(new ComparedMetric("a", "latency", false), floor)], 100, 0);
    }
}
