using TuneSearch.Core.Annealing.Encoding;
using TuneSearch.Core.Randomness;

namespace TuneSearch.Core.Annealing.Starts;

/// <summary>The baseline and a Latin hypercube: along every parameter the points are spread evenly, so that no level goes unseen for long.</summary>
/// <remarks>McKay, Beckman and Conover 1979; of thirty hypercubes the one whose closest pair lies farthest apart (Morris and Mitchell 1995). A point that breaks
/// a constraint gives way to an even draw.</remarks>
internal sealed class SpaceFillingStart : IStart
{
    private const int Hypercubes = 30;

    public string Name => "space-filling";

    public IReadOnlyList<double[]> Points(SpaceEncoding space, double[] baseline, int count, ulong seed)
    {
        var random = CounterRandom.For(seed, "start");
        List<double[]> best = [baseline];
        var widest = double.NegativeInfinity;
        for (var attempt = 0; attempt < Hypercubes && count > 1; attempt++)
        {
            var points = Hypercube(space, count - 1, ref random);
            points.Insert(0, baseline);
            var closest = ClosestPair(space, points);
            if (points.Count > best.Count || (points.Count == best.Count && closest > widest))
            {
                (best, widest) = (points, closest);
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

    private static double ClosestPair(SpaceEncoding space, List<double[]> points)
    {
        var closest = double.PositiveInfinity;
        for (var i = 1; i < points.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                closest = Math.Min(closest, SquaredDistance(space, points[i], points[j]));
            }
        }

        return closest;
    }

    private static double SquaredDistance(SpaceEncoding space, double[] left, double[] right)
    {
        var sum = 0.0;
        for (var i = 0; i < left.Length; i++)
        {
            var axis = space.Axes[i];
            var away = axis.Position(left[i]) - axis.Position(right[i]);
            sum += axis.IsOrdered ? away * away : away == 0 ? 0 : 1;
        }

        return sum;
    }
}
