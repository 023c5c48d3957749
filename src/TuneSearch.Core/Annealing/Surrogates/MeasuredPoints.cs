using System.Runtime.Intrinsics;

namespace TuneSearch.Core.Annealing.Surrogates;

/// <summary>Where the measured configurations lie, and which of them a point is nearest to.</summary>
/// <remarks>Asked for every candidate of a proposal, so four points are taken at a time; each sum is added in the order of the axes, whatever the machine.</remarks>
internal sealed class MeasuredPoints(AxisShape[] shapes)
{
    private const int Width = 4;
    private const int AxesBetweenLooks = 8;

    /// <summary>Four points after four points, and of each four their positions along one axis after the other.</summary>
    private double[] _fours = [];

    public int Count { get; private set; }

    public void Add(ReadOnlySpan<double> positions)
    {
        if (Count % Width == 0 && Count * shapes.Length == _fours.Length)
        {
            Array.Resize(ref _fours, Math.Max(4, 2 * Count) * shapes.Length);
        }

        var start = Count / Width * Width * shapes.Length;
        for (var axis = 0; axis < shapes.Length; axis++)
        {
            _fours[start + (axis * Width) + (Count % Width)] = positions[axis];
        }

        Count++;
    }

    /// <summary>The first of the nearest, and its squared distance: parts of an ordered range, and 1 for an unordered value that differs, squared and summed.</summary>
    public (int Index, double Distance) Nearest(ReadOnlySpan<double> positions)
    {
        var (nearest, least) = (-1, double.PositiveInfinity);
        for (var first = 0; first < Count; first += Width)
        {
            var sums = Sums(positions, first * shapes.Length, least);
            for (var i = 0; i < Math.Min(Width, Count - first); i++)
            {
                if (sums[i] < least)
                {
                    (nearest, least) = (first + i, sums[i]);
                }
            }
        }

        return (nearest, least);
    }

    /// <summary>The squared distances of four points; not to the end where all are already beyond <paramref name="enough"/>.</summary>
    private Vector256<double> Sums(ReadOnlySpan<double> positions, int start, double enough)
    {
        var sums = Vector256<double>.Zero;
        for (var axis = 0; axis < shapes.Length; axis++)
        {
            if (axis % AxesBetweenLooks == 0 && Vector256.GreaterThanOrEqualAll(sums, Vector256.Create(enough)))
            {
                break;
            }

            var away = Vector256.Create(positions[axis]) - Vector256.Create(_fours, start + (axis * Width));
            sums += shapes[axis].IsOrdered
                ? away * away
                : Vector256.ConditionalSelect(Vector256.Equals(away, Vector256<double>.Zero), Vector256<double>.Zero, Vector256<double>.One);
        }

        return sums;
    }
}
