using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TuneSearch.Core.Annealing.Numerics;

/// <summary>Sums and products over rows, four numbers at a time in one fixed order, so that every machine gets the same bits.</summary>
/// <remarks><c>Vector&lt;T&gt;</c> is as wide as the machine, which would change the order of a sum; <c>Vector256</c> is not, and no product is fused.</remarks>
internal static class Lanes
{
    private const int Width = 4;

    public static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right, int count)
    {
        ref var a = ref MemoryMarshal.GetReference(left);
        ref var b = ref MemoryMarshal.GetReference(right);
        var even = Vector256<double>.Zero;
        var odd = Vector256<double>.Zero;
        var i = 0;
        for (; i + (2 * Width) <= count; i += 2 * Width)
        {
            even += Vector256.LoadUnsafe(ref a, (nuint)i) * Vector256.LoadUnsafe(ref b, (nuint)i);
            odd += Vector256.LoadUnsafe(ref a, (nuint)(i + Width)) * Vector256.LoadUnsafe(ref b, (nuint)(i + Width));
        }

        even += odd;
        var sum = (even[0] + even[1]) + (even[2] + even[3]);
        for (; i < count; i++)
        {
            sum += Unsafe.Add(ref a, i) * Unsafe.Add(ref b, i);
        }

        return sum;
    }

    /// <summary><paramref name="target"/> += <paramref name="factor"/> × <paramref name="source"/>.</summary>
    public static void AddScaled(double factor, ReadOnlySpan<double> source, Span<double> target, int count)
    {
        ref var from = ref MemoryMarshal.GetReference(source);
        ref var to = ref MemoryMarshal.GetReference(target);
        var factors = Vector256.Create(factor);
        var i = 0;
        for (; i + Width <= count; i += Width)
        {
            (Vector256.LoadUnsafe(ref to, (nuint)i) + (factors * Vector256.LoadUnsafe(ref from, (nuint)i))).StoreUnsafe(ref to, (nuint)i);
        }

        for (; i < count; i++)
        {
            Unsafe.Add(ref to, i) += factor * Unsafe.Add(ref from, i);
        }
    }
}
