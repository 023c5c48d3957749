using System.Runtime.Intrinsics;

namespace TuneSearch.Core.Annealing.Surrogates;

/// <summary>Where the measured configurations lie, and which of them a point is nearest to.</summary>
/// <remarks>Asked for every candidate of a proposal, so four points are taken at a time; each sum is added in the order of the axes, whatever the machine.</remarks>
internal sealed class MeasuredPoints(AxisShape[] shapes)
{
    private const int Width = 4;
    private readonly double[][] _byAxis = [.. shapes.Select(_ => new double[16])];

    public int Count { get; private set; }

    public void Add(ReadOnlySpan<double> positions)
    {
        for (var axis = 0; axis < _byAxis.Length; axis++)
        {
            if (Count == _byAxis[axis].Length)
            {
                Array.Resize(ref _byAxis[axis], 2 * Count);
            }

            _byAxis[axis][Count] = positions[axis];
        }

        Count++;
    }

    /// <summary>The first of the nearest, and its squared distance: parts of an ordered range, and 1 for an unordered value that differs, squared and summed.</summary>
    public (int Index, double Distance) Nearest(ReadOnlySpan<double> positions)
    {
        var (nearest, least) = (-1, double.PositiveInfinity);
        for (var first = 0; first < Count; first += Width)
        {
            var sums = Vector256<double>.Zero;
            for (var axis = 0; axis < _byAxis.Length; axis++)
            {
                var away = Vector256.Create(positions[axis]) - Vector256.Create(_byAxis[axis], first);
                sums += shapes[axis].IsOrdered
                    ? away * away
                    : Vector256.ConditionalSelect(Vector256.Equals(away, Vector256<double>.Zero), Vector256<double>.Zero, Vector256<double>.One);
            }

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
}
