using System.Collections.Immutable;
using TuneSearch.Core.Workloads;

namespace TuneSearch.Core.Tests.Workloads;

public sealed class HeldOutTurnsTests
{
    /// <summary>Of four profiles, two at a time: three turns that share no group.</summary>
    private static readonly ImmutableArray<ImmutableArray<ImmutableArray<int>>> Turns = [[[0, 1], [2, 3]], [[0, 2], [1, 3]], [[0, 3], [1, 2]]];

    [Fact]
    public void Choose_ThirdOfTheGroups_IsOneTurn()
    {
        var held = HeldOutTurns.Choose(4, 2, 0.3, turn => Turns[turn % 3])!;

        held.Numbers.ShouldBe([0]);
        held.Touches(3).ShouldBeTrue();
        held.Touches(1).ShouldBeFalse();
    }

    [Fact]
    public void Choose_LargeShare_LeavesTheSearchATurn() =>
        HeldOutTurns.Choose(4, 2, 0.9, turn => Turns[turn % 3])!.Numbers.ShouldBe([0, 1]);

    [Fact]
    public void Choose_EveryTurnNeedsEveryGroup_IsNull() =>
        HeldOutTurns.Choose(2, 1, 0.3, turn => [[turn % 2], [1 - turn % 2]]).ShouldBeNull();
}
