using TuneSearch.Core.Jobs.Elimination;
using TuneSearch.Core.Randomness;

namespace TuneSearch.Core.Tests.Jobs.Elimination;

public class ProbeDesignTests
{
    /// <summary>Either line 0 or line 1 brings something; the others surely nothing.</summary>
    private static readonly LineBelief s_belief = new([[0.1, 0, 0, 0, 0, 0], [0, 0.1, 0, 0, 0, 0]]);

    [Fact]
    public void Choose_TwoLinesAreInDoubt_PartsThem()
    {
        var random = CounterRandom.For(1, "test");

        var on = ProbeDesign.Choose(s_belief, [0, 1, 2, 3, 4, 5], 0.01, 1, _ => true, ref random);

        on.ShouldHaveSingleItem().Count(line => line is 0 or 1).ShouldBe(1);
    }

    [Fact]
    public void Choose_NothingIsLawful_IsEmpty()
    {
        var random = CounterRandom.For(1, "test");

        ProbeDesign.Choose(s_belief, [0, 1, 2, 3, 4, 5], 0.01, 4, _ => false, ref random).ShouldBeEmpty();
    }
}
