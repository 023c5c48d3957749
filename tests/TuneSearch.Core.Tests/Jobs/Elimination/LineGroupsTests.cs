using FsCheck.Xunit;
using TuneSearch.Core.Jobs.Elimination;

namespace TuneSearch.Core.Tests.Jobs.Elimination;

public class LineGroupsTests
{
    [Property]
    public bool Decide_AnyLinesMatter_KeepsJustThose(uint mask)
    {
        var lines = Enumerable.Range(0, 20).Select(i => $"p{i:00}").ToArray();
        var matter = lines.Where((_, i) => (mask >> i & 1) == 1).ToHashSet();
        var groups = new LineGroups([[.. lines]]);
        while (groups.Current is { } group)
        {
            groups.Decide(canGo: !group.Any(matter.Contains));
        }

        return groups.Gone.SetEquals(lines.Except(matter)) && groups.Undecided == 0;
    }

    [Fact]
    public void Decide_OneOfSixteenMatters_TakesALogarithmOfTests()
    {
        var groups = new LineGroups([[.. Enumerable.Range(0, 16).Select(i => $"p{i:00}")]]);
        var tests = 0;
        while (groups.Current is { } group)
        {
            groups.Decide(canGo: !group.Contains("p11"));
            tests++;
        }

        tests.ShouldBe(9);
    }
}
