using TuneSearch.Core.Jobs.Elimination;
using TuneSearch.Core.Statistics;
using TuneSearch.Numerics;

namespace TuneSearch.Core.Tests.Jobs.Elimination;

public class GroupOutlookTests
{
    /// <summary>Line 1 brings 10 %, for certain; the others nothing.</summary>
    private static readonly LineBelief s_objective = new([[0, 0.1, 0], [0, 0.1, 0]]);

    /// <summary>Line 2 keeps harm off in every other draw.</summary>
    private static readonly LineBelief s_guards = new([[0, 0, 1], [0, 0, 0]]);

    [Fact]
    public void Chance_NothingWasSeenToLose_IsTheObjectivesAlone()
    {
        var outlook = Outlook(guards: null);

        outlook.Chance([0, 2]).ShouldBe(outlook.ChanceOfObjective([0, 2]));
        outlook.Chance([0, 2]).ShouldBe(outlook.BestChance);
        outlook.Chance([1]).ShouldBeLessThan(0.01);
    }

    [Fact]
    public void Chance_ALineMayKeepHarmOff_FallsByAsMuch()
    {
        var outlook = Outlook(s_guards);

        outlook.Chance([0]).ShouldBe(outlook.BestChance);
        outlook.Chance([0, 2]).ShouldBe(outlook.BestChance / 2);
    }

    [Fact]
    public void Costs_AreThoseOfTheDearerPart() =>
        Outlook(s_guards).Costs.ShouldBe([0, 2, 0.5]);

    [Fact]
    public void ChanceOfNothing_OfALineThatMayKeepHarmOff_IsTheLesser()
    {
        Outlook(guards: null).ChanceOfNothing(2).ShouldBe(1);
        Outlook(s_guards).ChanceOfNothing(2).ShouldBe(0.5);
    }

    private static GroupOutlook Outlook(LineBelief? guards) => new(s_objective, guards, new EliminationPlan(0.05, 4), new PooledVariance(0.0001, 10), new MathNetDistributions());
}
