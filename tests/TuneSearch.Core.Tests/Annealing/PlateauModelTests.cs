using TuneSearch.Core.Annealing;
using TuneSearch.Core.Annealing.Surrogates;
using TuneSearch.Core.Randomness;

namespace TuneSearch.Core.Tests.Annealing;

public sealed class PlateauModelTests
{
    [Fact]
    public void LogWeight_WhereNoCostCameAgain_IsZeroEverywhere()
    {
        var model = Told((0, 0, 5), (0.1, 0, 6), (1, 1, 7), (0.4, 0.6, 8));

        model.LogWeight([0.05, 0]).ShouldBe(0);
    }

    /// <summary>Whole numbers of milliseconds come again by chance.</summary>
    [Fact]
    public void LogWeight_OneCostCameAgain_IsZeroEverywhere()
    {
        var model = Told((0, 0, 5), (0.1, 0, 5), (1, 1, 7), (0.4, 0.6, 8));

        model.LogWeight([0.05, 0]).ShouldBe(0);
    }

    [Fact]
    public void LogWeight_NearOnesCostTheSame_FallsTowardsWhatWasMeasured()
    {
        var model = Told((0, 0, 5), (0.1, 0, 5), (1, 1, 7), (1, 0.9, 7), (0.5, 0, 8), (0, 1, 9));

        double[] weights = [model.LogWeight([0, 0.05]), model.LogWeight([0, 0.2]), model.LogWeight([0.5, 0.5])];

        weights.ShouldBeInOrder();
        weights[0].ShouldBeLessThan(-8);
        weights[2].ShouldBeGreaterThan(weights[0] / 2, string.Join(" ", weights));
    }

    /// <summary>The line of log odds falls no more where a tie is as likely far away: what is near is then hardly worse than what is not.</summary>
    [Fact]
    public void LogWeight_FarOnesCostTheSameToo_HardlyPrefersTheFar()
    {
        var model = Told((0, 0, 5), (0.1, 0, 6), (1, 1, 7), (1, 0.9, 8), (0.5, 0, 5), (0, 1, 7), (0, 0.95, 9), (0.5, 1, 8), (0.55, 0, 4));
        var near = Told((0, 0, 5), (0.1, 0, 5), (1, 1, 7), (1, 0.9, 7), (0.5, 0, 6), (0, 1, 8), (0, 0.95, 8), (0.5, 1, 9), (0.55, 0, 6));

        Preference(model).ShouldBeLessThan(Preference(near) / 3);

        static double Preference(PlateauModel model) => model.LogWeight([0, 0.5]) - model.LogWeight([0, 0.05]);
    }

    [Fact]
    public void LogWeight_UnorderedValues_AreAllEquallyFarApart()
    {
        var model = new PlateauModel([new(false), new(true)]);
        model.Add([0, 0], 5);
        model.Add([0, 0.1], 5);
        model.Add([3, 0.1], 7);
        model.Add([3, 0], 7);

        model.LogWeight([1, 0]).ShouldBe(model.LogWeight([7, 0]));
    }

    /// <summary>A table of 150 measured configurations of 20 switches; any other configuration costs what the nearest of these does.</summary>
    [Fact]
    public void Ask_TableWithGaps_SeesMoreOfItThanWherePlateausAreIgnored()
    {
        var (learned, ignored) = (RowsSeen("learned"), RowsSeen("ignored"));

        learned.ShouldBeGreaterThan(ignored * 5 / 4, $"{learned} and {ignored}");
    }

    private static int RowsSeen(string plateaus) => Enumerable.Range(1, 3).Sum(seed =>
    {
        var space = SearchSpaces.Ordinals([.. Enumerable.Repeat(2, 20)]);
        var random = CounterRandom.For((ulong)seed, "rows");
        var rows = new List<int[]>();
        while (rows.Count < 150)
        {
            var row = new int[20];
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = 1 + random.NextInt32(2);
            }

            rows.Add(row);
        }

        var seen = new HashSet<int[]>();
        Play.Trials(Play.Searcher(Play.Context(space, (ulong)seed, options: new AnnealingOptions { Plateaus = plateaus })), 40, configuration =>
        {
            var nearest = rows.MinBy(row => row.Where((level, i) => configuration[$"p{i}"].AsInteger() != level).Count())!;
            seen.Add(nearest);
            return new Observation(10 + nearest.Select((level, i) => level / (i + 1.37)).Sum());
        });
        return seen.Count;
    });

    private static PlateauModel Told(params (double X, double Y, double Cost)[] seen)
    {
        var model = new PlateauModel([new(true), new(true)]);
        foreach (var (x, y, cost) in seen)
        {
            model.Add([x, y], cost);
        }

        return model;
    }
}
