using System.Numerics;
using TuneSearch.Core.Annealing.Encoding;
using TuneSearch.Core.Randomness;

namespace TuneSearch.Core.Annealing.Starts;

/// <summary>The baseline and a Latin hypercube: along every parameter the points are spread evenly, so that no level goes unseen for long.</summary>
/// <remarks>
/// McKay, Beckman and Conover 1979. Of many hypercubes the one that shows most pairs of values of two parameters, since most failures and most gains of
/// configurations hang on two at a time (Cohen, Dalal, Fredman and Patton, AETG, 1997). A point that breaks a constraint gives way to an even draw.
/// </remarks>
internal sealed class SpaceFillingStart : IStart
{
    private const int Hypercubes = 200;
    private const int MostCells = 4;

    public string Name => "space-filling";

    public IReadOnlyList<double[]> Points(SpaceEncoding space, double[] baseline, int count, ulong seed)
    {
        var random = CounterRandom.For(seed, "start");
        List<double[]> best = [baseline];
        var most = 0.0;
        for (var attempt = 0; attempt < Hypercubes && count > 1; attempt++)
        {
            var points = Hypercube(space, count - 1, ref random);
            points.Insert(0, baseline);
            if (PairsShown(space, points) is var shown && shown > most)
            {
                (best, most) = (points, shown);
            }
        }

        return best;
    }

    private static List<double[]> Hypercube(SpaceEncoding space, int count, ref CounterRandom random)
    {
        var genes = Enumerable.Range(0, count).Select(_ => new double[space.Axes.Length]).ToList();
        var cells = Enumerable.Range(0, count).ToArray();
        for (var axis = 0; axis < space.Axes.Length; axis++)
        {
            random.Shuffle(cells.AsSpan());
            for (var i = 0; i < count; i++)
            {
                genes[i][axis] = space.Axes[axis].At((cells[i] + random.NextDouble()) / count);
            }
        }

        var lawful = new List<double[]>();
        foreach (var point in genes)
        {
            if (space.Settle(point))
            {
                lawful.Add(point);
            }
            else if (space.Draw(ref random) is { } drawn)
            {
                lawful.Add(drawn);
            }
        }

        return lawful;
    }

    /// <summary>For each two parameters the share of the pairs of cells shown, of those that so many points could show; summed.</summary>
    private static double PairsShown(SpaceEncoding space, List<double[]> points)
    {
        var cells = points.Select(genes => space.Axes.Select((axis, i) => axis.Cell(genes[i], MostCells)).ToArray()).ToArray();
        int[] counts = [.. space.Axes.Select(axis => Math.Min(MostCells, axis.Levels ?? MostCells))];
        var shown = space.Axes.Length == 1 ? cells.Select(point => point[0]).Distinct().Count() : 0.0;
        for (var i = 1; i < counts.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var seen = 0u;
                foreach (var point in cells)
                {
                    seen |= 1u << ((point[i] * MostCells) + point[j]);
                }

                shown += (double)BitOperations.PopCount(seen) / Math.Min(counts[i] * counts[j], points.Count);
            }
        }

        return shown;
    }
}
