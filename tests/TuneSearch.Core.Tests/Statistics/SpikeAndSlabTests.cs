using TuneSearch.Core.Randomness;
using TuneSearch.Core.Statistics;

namespace TuneSearch.Core.Tests.Statistics;

public class SpikeAndSlabTests
{
    private const int Columns = 20;

    [Fact]
    public void Draw_FewerRowsThanColumns_FindsTheFewThatMatter()
    {
        var rows = Rows(count: 16, noise: 0.02, row => (0.1 * row[3]) + (0.1 * row[11]));

        var draws = new SpikeAndSlab([rows], Columns, 0.05).Draw(seed: 1);

        var means = Enumerable.Range(0, Columns).Select(c => draws.Average(d => d[c])).ToArray();
        means[3].ShouldBe(0.1, 0.04);
        means[11].ShouldBe(0.1, 0.04);
        means.Where((_, c) => c is not 3 and not 11).ShouldAllBe(mean => Math.Abs(mean) < 0.04);
    }

    [Fact]
    public void Draw_AColumnThatNeverMoved_IsInDoubt()
    {
        var rows = Rows(count: 16, noise: 0.02, row => 0.1 * row[3], still: 7);

        var draws = new SpikeAndSlab([rows], Columns, 0.05).Draw(seed: 1);

        draws.Count(d => d[7] != 0).ShouldBeInRange(draws.Length / 50, draws.Length / 2);
    }

    [Fact]
    public void Draw_TheSameSeed_GivesTheSameBitForBit()
    {
        var rows = Rows(count: 12, noise: 0.02, row => 0.1 * row[3]);

        new SpikeAndSlab([rows], Columns, 0.05).Draw(5).ShouldBe(new SpikeAndSlab([rows], Columns, 0.05).Draw(5));
    }

    [Fact]
    public void Add_BlocksOnLevelsOfTheirOwn_LeaveNothingOfTheLevels()
    {
        var rows = new BlockedRows(1, 0.01, 1);
        rows.Add([([0.0], 5.0), ([1.0], 6.0)]);
        rows.Add([([0.0], 100.0), ([1.0], 101.0)]);

        (rows.Products[0], rows.Responses[0], rows.Square, rows.Freedom).ShouldBe((1, 1, 1, 2));
    }

    private static BlockedRows Rows(int count, double noise, Func<double[], double> truth, int still = -1)
    {
        var rows = new BlockedRows(Columns, noise * noise, 5);
        var block = new List<(double[], double)>();
        for (var i = 0; i < count; i++)
        {
            var random = CounterRandom.For(3, "rows", (ulong)i);
            var row = new double[Columns];
            for (var c = 0; c < Columns; c++)
            {
                row[c] = random.NextBoolean() && c != still ? 1 : 0;
            }

            block.Add((row, truth(row) + (noise * random.NextGaussian())));
        }

        rows.Add(block);
        return rows;
    }
}
