using System.Collections.Immutable;
using TuneSearch.Core.Jobs.Elimination;

namespace TuneSearch.Core.Tests.Jobs.Elimination;

public class GroupChoiceTests
{
    /// <summary>Lines 1 and 3 bring 10 % each, for certain; the others nothing.</summary>
    private static readonly LineBelief s_belief = new([[0, 0.1, 0, 0.1, 0], [0, 0.1, 0, 0.1, 0]]);

    [Fact]
    public void Best_SomeLinesBringNothing_IsAllOfThoseAtOnce() =>
        Best([], []).Lines.ShouldBe([0, 2, 4]);

    [Fact]
    public void Best_SomeAreGone_IsTheOthers() =>
        Best([0, 4], []).Lines.ShouldBe([2]);

    [Fact]
    public void Best_ASetWasRefused_TriesNoneThatHoldsIt() =>
        Best([], [[0, 2]]).Lines.ShouldBe([0, 4]);

    [Fact]
    public void Best_EverythingWasRefused_IsNone() =>
        GroupChoice.Best(s_belief.Means, [0, 2, 4], [[1], [3]], Chance, _ => true).ShouldBeNull();

    [Fact]
    public void Best_ALineMayNotGoAlone_LeavesIt() =>
        GroupChoice.Best(s_belief.Means, [], [], Chance, lines => !lines.Contains(2))!.Lines.ShouldBe([0, 4]);

    private static GroupChoice Best(int[] gone, ImmutableHashSet<int>[] refused) => GroupChoice.Best(s_belief.Means, gone, refused, Chance, _ => true)!;

    private static double Chance(IReadOnlyCollection<int> lines) => s_belief.ChanceToGo(lines, margin: 0.05, standardError: 0, critical: 2, t => t);
}
