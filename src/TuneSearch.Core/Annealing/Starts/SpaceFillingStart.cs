using TuneSearch.Core.Annealing.Encoding;
using TuneSearch.Core.Randomness;

namespace TuneSearch.Core.Annealing.Starts;

/// <summary>The baseline, then each time the draw that lies farthest from all before it (maximin, Johnson, Moore and Ylvisaker 1990).</summary>
/// <remarks>Draws keep conditions and constraints where a Latin hypercube would not.</remarks>
internal sealed class SpaceFillingStart : IStart
{
    private const int DrawsForEach = 50;

    public string Name => "space-filling";

    public IReadOnlyList<double[]> Points(SpaceEncoding space, double[] baseline, int count, ulong seed)
    {
        var random = CounterRandom.For(seed, "start");
        var points = new List<double[]> { baseline };
        while (points.Count < count)
        {
            double[]? farthest = null;
            var distance = 0.0;
            for (var i = 0; i < DrawsForEach; i++)
            {
                if (space.Draw(ref random) is { } drawn && points.Min(p => SquaredDistance(space, p, drawn)) is var near && near > distance)
                {
                    (farthest, distance) = (drawn, near);
                }
            }

            if (farthest is null)
            {
                break;
            }

            points.Add(farthest);
        }

        return points;
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
