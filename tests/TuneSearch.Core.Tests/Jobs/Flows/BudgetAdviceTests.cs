using TuneSearch.Core.Jobs;
using TuneSearch.Core.Jobs.Flows;
using TuneSearch.Core.Jobs.Trials;

namespace TuneSearch.Core.Tests.Jobs.Flows;

public sealed class BudgetAdviceTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(14)]
    public void Of_BudgetThatEndsBeforeTheGate_SaysSo(int trials) =>
        BudgetAdvice.Of(DirectorHarness.Job(trials, Verification.Gate)).ShouldBe(
            $"a budget of {trials} trials ends before the gate, so the answer can only be the baseline: calibrating takes 6 and the gate at least 8. Write trials: 40 or more, or verification: none.");

    [Theory]
    [InlineData(15, Verification.Gate)]
    [InlineData(100, Verification.Gate)]
    [InlineData(1, Verification.None)]
    public void Of_BudgetThatMayShowSomething_IsSilent(int trials, Verification verification) => BudgetAdvice.Of(DirectorHarness.Job(trials, verification)).ShouldBeNull();

    /// <summary>The bound is the flow's own, and what is advised goes beyond it.</summary>
    [Theory]
    [InlineData(14, false)]
    [InlineData(40, true)]
    public void Of_Budget_IsAdvisedByWhatTheFlowReaches(int trials, bool reachesGate)
    {
        var run = new DirectorHarness(DirectorHarness.Job(trials, Verification.Gate), DirectorHarness.Parabola);

        run.Run();

        run.Plans.Any(plan => plan.Purpose == TrialPurpose.Gate).ShouldBe(reachesGate);
    }
}
