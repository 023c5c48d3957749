using TuneSearch.Core.Jobs;
using TuneSearch.Core.Jobs.Flows;

namespace TuneSearch.Core.Tests.Jobs.Flows;

public class PaceTests
{
    private static readonly Budget s_budget = new(80, TimeSpan.FromSeconds(100));

    [Fact]
    public void Left_NothingMeasured_IsTheWholeBudget() => new Pace(s_budget, clusters: 1).Left().ShouldBe(80);

    [Fact]
    public void Left_NoWallClock_CountsTrialsAlone() => Measured(new Budget(80), clusters: 1, 9, 10, 11).Left().ShouldBe(77);

    [Fact]
    public void Left_ASlowFirstTrial_GoesByTheOthers() => Measured(s_budget, clusters: 1, 10, 12, 14, 16).Left().ShouldBe(42);

    [Fact]
    public void Left_OneTrial_GoesByItself() => Measured(s_budget, clusters: 1, 10).Left().ShouldBe(9);

    [Fact]
    public void Left_TrialsOfSeveralClusters_EndTogetherAndAllCount() => Measured(s_budget, clusters: 4, 10, 10, 10, 10).Left().ShouldBe(36);

    [Fact]
    public void Left_MeasuredFasterThanTheClockTells_IsWhatTheTrialsLeave() => Measured(s_budget, clusters: 1, 10, 10, 10).Left().ShouldBe(77);

    [Fact]
    public void Left_BeyondTheWallClock_IsNothing() => Measured(s_budget, clusters: 1, 90, 110).Left().ShouldBe(0);

    private static Pace Measured(Budget budget, int clusters, params int[] seconds)
    {
        var pace = new Pace(budget, clusters);
        foreach (var second in seconds)
        {
            pace.Ended(1, TimeSpan.FromSeconds(second));
        }

        return pace;
    }
}
