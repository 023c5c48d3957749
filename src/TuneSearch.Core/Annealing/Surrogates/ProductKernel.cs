using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using TuneSearch.Core.Annealing.Numerics;

namespace TuneSearch.Core.Annealing.Surrogates;

/// <summary>How alike two configurations are: the product over the axes of (s + m) / (s + 1), with m the Matérn 5/2 correlation along the axis.</summary>
/// <remarks>
/// Multiplied out, the shared part s makes a sum of main effects and interactions of every order (the ANOVA decomposition of a kernel; Durrande et al.
/// 2013): what a parameter does is carried over to where the others differ, which a plain product forgets. Unordered values are one range apart.
/// A factor is never zero, so a row can be moved along one axis by division.
/// </remarks>
internal sealed class ProductKernel
{
    private const int Width = 4;
    private readonly AxisShape[] _shapes;
    private readonly LevelFactors?[] _levels;
    private readonly double[] _rates;
    private readonly double _inverse;

    public ProductKernel(AxisShape[] shapes, KernelParameters parameters)
    {
        _shapes = shapes;
        _rates = [.. parameters.Vector.AsSpan(0, parameters.Axes).ToArray().Select(log => 5 * PortableMath.Exp(-2 * log))];
        Shared = PortableMath.Exp(parameters.Vector[parameters.Shared]);
        _inverse = 1 / (1 + Shared);
        _levels = new LevelFactors?[shapes.Length];
        var lean = parameters.FirstLean;
        for (var axis = 0; axis < shapes.Length; axis++)
        {
            _levels[axis] = shapes[axis].Ratios is { } ratios ? new LevelFactors(ratios, _rates[axis], Shared, parameters.Vector[lean++]) : null;
        }
    }

    public double Shared { get; }

    /// <summary>The factors along an axis of listed numbers that lie unevenly in ratios; null along any other.</summary>
    public LevelFactors? Levels(int axis) => _levels[axis];

    /// <summary>Five over the squared length scale: what a squared distance is multiplied by to be the square of Matérn's argument.</summary>
    public double Rate(int axis) => _rates[axis];

    /// <summary>Correlations of a point with the first <paramref name="count"/> of the points, whose positions stand axis by axis.</summary>
    public void Row(ReadOnlySpan<double> point, double[][] points, Span<double> row, int count)
    {
        row[..count].Fill(1);
        for (var axis = 0; axis < _rates.Length; axis++)
        {
            Multiply(axis, point[axis], double.NaN, points[axis], row, count);
        }
    }

    /// <summary>Moves a row along one axis, from one position of its point to another.</summary>
    public void Move(int axis, double from, double to, double[][] points, Span<double> row, int count) =>
        Multiply(axis, to, from, points[axis], row, count);

    /// <summary>The squared argument of Matérn's function along an axis.</summary>
    public double SquaredArgument(int axis, double left, double right) =>
        _rates[axis] * (_shapes[axis].IsOrdered ? (left - right) * (left - right) : left == right ? 0 : 1);

    private void Multiply(int axis, double position, double divideBy, double[] points, Span<double> row, int count)
    {
        if (_levels[axis] is { } levels)
        {
            levels.Multiply(position, divideBy, points, row, count);
            return;
        }

        var isMove = !double.IsNaN(divideBy);
        var rate = _rates[axis];
        ref var at = ref MemoryMarshal.GetArrayDataReference(points);
        ref var to = ref MemoryMarshal.GetReference(row);
        Span<double> rest = stackalloc double[Width];
        for (var i = 0; i < count; i += Width)
        {
            var left = count - i;
            Vector256<double> x, k;
            if (left >= Width)
            {
                x = Vector256.LoadUnsafe(ref at, (nuint)i);
                k = Vector256.LoadUnsafe(ref to, (nuint)i);
            }
            else
            {
                rest.Clear();
                points.AsSpan(i, left).CopyTo(rest);
                x = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(rest));
                row.Slice(i, left).CopyTo(rest);
                k = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(rest));
            }

            k *= Factor(axis, position, x, rate);
            if (isMove)
            {
                k /= Factor(axis, divideBy, x, rate);
            }

            if (left >= Width)
            {
                k.StoreUnsafe(ref to, (nuint)i);
            }
            else
            {
                for (var lane = 0; lane < left; lane++)
                {
                    Unsafe.Add(ref to, i + lane) = k[lane];
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<double> Factor(int axis, double position, Vector256<double> points, double rate)
    {
        var away = Vector256.Create(position) - points;
        var squared = _shapes[axis].IsOrdered
            ? away * away * rate
            : Vector256.ConditionalSelect(Vector256.Equals(away, Vector256<double>.Zero), Vector256<double>.Zero, Vector256.Create(rate));
        var argument = Vector256.Sqrt(squared);
        var matern = (Vector256<double>.One + argument + (squared * (1.0 / 3))) * PortableMath.Exp(-argument);
        return (matern + Vector256.Create(Shared)) * _inverse;
    }
}
