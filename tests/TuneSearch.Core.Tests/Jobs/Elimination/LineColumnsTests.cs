using TuneSearch.Core.Jobs.Answers;
using TuneSearch.Core.Jobs.Elimination;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Core.Tests.Jobs.Elimination;

public class LineColumnsTests
{
    private static readonly SearchSpace s_space = DirectorHarness.Space();

    [Fact]
    public void Of_BaselineAndTuned_DifferInTheLinesOwnColumnsAlone()
    {
        var tuned = With(("a", ParameterValue.Real(9)), ("c", ParameterValue.Text("y")));
        var columns = Columns(tuned);

        columns.Lines.ShouldBe(2);
        columns.Of(s_space.Defaults).ShouldAllBe(value => value == 0);
        columns.Of(tuned).ShouldBe([1, 1, .. Enumerable.Repeat(0.0, columns.Count - 2)]);
    }

    [Theory]
    [InlineData(5, 0.5)]
    [InlineData(10, 1)]
    [InlineData(0, 0)]
    public void Of_AValueOnTheWay_IsHowFarItCame(double value, double expected) =>
        Columns(With(("a", ParameterValue.Real(9)))).Of(With(("a", ParameterValue.Real(value))))[0].ShouldBe(expected);

    [Fact]
    public void Of_AnotherParameterMoved_SaysSoInAColumnOfItsOwn()
    {
        var columns = Columns(With(("a", ParameterValue.Real(9))));

        columns.Of(With(("b", ParameterValue.Integer(7))))[1..].Sum().ShouldBe(1);
    }

    private static LineColumns Columns(Configuration tuned) => new(s_space, s_space.Defaults, ConfigurationDiff.Changes(s_space, s_space.Defaults, tuned));

    private static Configuration With(params (string Name, ParameterValue Value)[] values) =>
        s_space.Activate(name => values.FirstOrDefault(v => v.Name == name) is { Name: not null } found ? found.Value : s_space.Defaults[name]);
}
