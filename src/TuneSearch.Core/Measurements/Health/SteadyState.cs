namespace TuneSearch.Core.Measurements.Health;

/// <summary>Decides whether a series of equal time slices has left its transient.</summary>
/// <remarks>
/// MSER-5 (White, «An effective truncation heuristic for bias reduction in simulation output», Simulation 69, 1997): batches of five,
/// cut where the remaining batches give the mean the smallest standard error; a cut in the first half means that the rest is steady.
/// The rest must also have no slope that a two-sided t-test at 5 % would see, which MSER alone lets through in slow drifts.
/// </remarks>
public static class SteadyState
{
    /// <summary>Slices in a batch.</summary>
    public const int Batch = 5;

    /// <summary>Below this many batches the test has no power and answers no.</summary>
    public const int FewestBatches = 6;

    /// <param name="slices">One number a slice: messages acknowledged, or their mean latency.</param>
    public static bool IsReached(ReadOnlySpan<double> slices)
    {
        var count = slices.Length / Batch;
        if (count < FewestBatches)
        {
            return false;
        }

        // The newest slices are kept whole; what does not fill a batch is left off at the start.
        var start = slices.Length - count * Batch;
        Span<double> batches = count <= 256 ? stackalloc double[count] : new double[count];
        for (var i = 0; i < count; i++)
        {
            var sum = 0.0;
            foreach (var slice in slices.Slice(start + i * Batch, Batch))
            {
                sum += slice;
            }

            batches[i] = sum / Batch;
        }

        var cut = Truncation(batches);
        return cut <= count / 2 && !HasSlope(batches[cut..]);
    }

    /// <summary>How many batches to leave off at the start; never more than leave five, which alone look steady by chance (White 1997), or half.</summary>
    internal static int Truncation(ReadOnlySpan<double> batches)
    {
        var best = 0;
        var smallest = double.PositiveInfinity;
        for (var cut = 0; cut <= Math.Max(batches.Length / 2, batches.Length - 5); cut++)
        {
            var rest = batches[cut..];
            var (_, squares) = Moments(rest);
            var error = squares / ((double)rest.Length * rest.Length);
            if (error < smallest)
            {
                smallest = error;
                best = cut;
            }
        }

        return best;
    }

    private static bool HasSlope(ReadOnlySpan<double> batches)
    {
        var n = batches.Length;
        var (mean, squares) = Moments(batches);
        if (squares <= 0)
        {
            return false;
        }

        var middle = (n - 1) / 2.0;
        double xx = 0, xy = 0;
        for (var i = 0; i < n; i++)
        {
            xx += (i - middle) * (i - middle);
            xy += (i - middle) * (batches[i] - mean);
        }

        var slope = xy / xx;
        var residual = Math.Max(0, squares - slope * xy);
        var error = Math.Sqrt(residual / Math.Max(1, n - 2) / xx);
        return Math.Abs(slope) > Student95(n - 2) * error;
    }

    private static (double Mean, double Squares) Moments(ReadOnlySpan<double> values)
    {
        var mean = 0.0;
        foreach (var value in values)
        {
            mean += value;
        }

        mean /= values.Length;
        var squares = 0.0;
        foreach (var value in values)
        {
            squares += (value - mean) * (value - mean);
        }

        return (mean, squares);
    }

    /// <summary>The two-sided 5 % point of Student's t: exact for 1 and 2 degrees, within 2 % above by Cornish and Fisher's expansion.</summary>
    private static double Student95(int degrees)
    {
        const double z = 1.9599640;
        return degrees switch
        {
            <= 1 => 12.706,
            2 => 4.303,
            _ => z
                + (Math.Pow(z, 3) + z) / (4 * degrees)
                + (5 * Math.Pow(z, 5) + 16 * Math.Pow(z, 3) + 3 * z) / (96.0 * degrees * degrees)
                + (3 * Math.Pow(z, 7) + 19 * Math.Pow(z, 5) + 17 * Math.Pow(z, 3) - 15 * z) / (384.0 * Math.Pow(degrees, 3)),
        };
    }
}
