using TuneSearch.Core.Annealing.Encoding;
using TuneSearch.Core.Randomness;

namespace TuneSearch.Core.Annealing.Starts;

/// <summary>The baseline and even draws.</summary>
internal sealed class RandomStart : IStart
{
    public string Name => "random";

    public IReadOnlyList<double[]> Points(SpaceEncoding space, double[] baseline, int count, ulong seed)
    {
        var random = CounterRandom.For(seed, "start");
        var points = new List<double[]> { baseline };
        for (var i = 1; i < count; i++)
        {
            if (space.Draw(ref random) is { } drawn)
            {
                points.Add(drawn);
            }
        }

        return points;
    }
}
