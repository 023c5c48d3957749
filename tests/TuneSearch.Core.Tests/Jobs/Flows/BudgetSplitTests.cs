using FsCheck.Xunit;
using TuneSearch.Core.Jobs.Calibrations;
using TuneSearch.Core.Jobs.Comparisons;
using TuneSearch.Core.Jobs.Flows;
using TuneSearch.Core.Statistics;
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
    public void For_LittleNoise_LeavesMoreToTheSearch() =>
        BudgetSplit.For(180, Noisy(0), DirectorHarness.Job(200), s_distributions).Search
            .ShouldBeGreaterThan(BudgetSplit.For(180, Noisy(0.05), DirectorHarness.Job(200), s_distributions).Search);

    private static Calibration Noisy(double deviation)
    {
        var floor = new NoiseFloor(deviation, deviation, 0, false, 5);
        return new Calibration(floor, [(new ComparedMetric("a", "latency", false), floor)], 100, 0);
    }
}
