using FsCheck.Xunit;
using TuneSearch.Core.Jobs.Estimation;

namespace TuneSearch.Core.Tests.Jobs.Estimation;

public class EstimateLayoutTests
{
    [Theory]
    [InlineData(2, 40, 10, 10)]
    [InlineData(0, 18, 9, 0)]
    [InlineData(4, 18, 7, 1)]
    [InlineData(2, 14, 6, 1)]
    [InlineData(2, 18, 7, 2)]
    [InlineData(4, 9, 4, 0)]
    public void For_LinesAndMeasurements_GivesTheLinesWhatTheGainCanSpare(int lines, int measurements, int blocks, int runs) =>
        EstimateLayout.For(lines, measurements, mostBlocks: 24).ShouldBe(new EstimateLayout(blocks, lines, runs));

    [Property]
    public bool For_Anything_UsesNoMoreThanItMay(byte lines, byte measurements)
    {
        var layout = EstimateLayout.For(lines % 30, measurements, mostBlocks: 24);
        var used = Enumerable.Range(0, layout.Blocks).Sum(block => 2 + layout.LinesIn(block).Count());
        return used <= measurements && used == (2 * layout.Blocks) + (layout.Lines * layout.RunsALine);
    }

    [Fact]
    public void LinesIn_SomeEpisodesALine_SpreadsThemEvenly()
    {
        var layout = new EstimateLayout(Blocks: 6, Lines: 3, RunsALine: 2);

        Enumerable.Range(0, 6).Select(block => string.Join(',', layout.LinesIn(block))).ShouldBe(["0", "0", "1", "1", "2", "2"]);
    }
}
