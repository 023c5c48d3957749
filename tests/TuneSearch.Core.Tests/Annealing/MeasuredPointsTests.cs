using FsCheck.Xunit;
using TuneSearch.Core.Annealing.Surrogates;
using TuneSearch.Core.Randomness;

namespace TuneSearch.Core.Tests.Annealing;

public sealed class MeasuredPointsTests
{
    private static readonly AxisShape[] Shapes = [new(true), new(false), new(true)];

    [Fact]
    public void Nearest_OfNone_IsInfinitelyFar() =>
        new MeasuredPoints(Shapes).Nearest([0, 0, 0]).ShouldBe((-1, double.PositiveInfinity));

    [Fact]
    public void Nearest_OfTwoAsNear_IsTheFirst()
    {
        var points = new MeasuredPoints(Shapes);
        points.Add([1, 2, 0]);
        points.Add([0, 3, 0]);

        points.Nearest([1, 3, 1]).ShouldBe((0, 2));
    }

    /// <summary>Beyond one doubling of what there is room for, and not a multiple of four.</summary>
    [Property(MaxTest = 40)]
    public bool Nearest_AnyPoints_IsWhatLookingAtEachGives(ulong seed)
    {
        var random = CounterRandom.For(seed, "points");
        var points = new MeasuredPoints(Shapes);
        var all = new List<double[]>();
        for (var i = 0; i < 1 + random.NextInt32(40); i++)
        {
            all.Add(Drawn(ref random));
            points.Add(all[^1]);
        }

        var asked = Drawn(ref random);
        double[] distances = [.. all.Select(point => Squared(point[0] - asked[0]) + (point[1] == asked[1] ? 0 : 1) + Squared(point[2] - asked[2]))];
        return points.Nearest(asked) == (Array.IndexOf(distances, distances.Min()), distances.Min());
    }

    private static double Squared(double value) => value * value;

    private static double[] Drawn(ref CounterRandom random) => [random.NextDouble(), random.NextInt32(3), random.NextInt32(4) / 3.0];
}
