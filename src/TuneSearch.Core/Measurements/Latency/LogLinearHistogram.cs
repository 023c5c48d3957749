using System.Numerics;

namespace TuneSearch.Core.Measurements.Latency;

/// <summary>Latencies counted in buckets that keep three significant digits from a microsecond to an hour; merging loses nothing.</summary>
/// <remarks>
/// The layout of HdrHistogram (Tene, hdrhistogram.org): 2048 linear buckets of a nanosecond, then 1024 for each doubling, so that a
/// bucket is never wider than a 1024th of its values. One writer at a time; readers wait until it has ended, or merge copies.
/// </remarks>
public sealed class LogLinearHistogram
{
    /// <summary>An hour; longer is counted as this.</summary>
    public const long Largest = 3_600_000_000_000;

    private const int HalfBits = 10;

    private readonly long[] _counts = new long[IndexOf(Largest) + 1];
    private long _sum;

    /// <summary>How many were recorded.</summary>
    public long Count { get; private set; }

    /// <summary>Nanoseconds; 0 where nothing was recorded.</summary>
    public long Max { get; private set; }

    /// <summary>Nanoseconds, exact but for values beyond an hour; 0 where nothing was recorded.</summary>
    public double Mean => Count == 0 ? 0 : (double)_sum / Count;

    /// <summary>Counts a latency that so many had. Allocates nothing; below zero counts as zero.</summary>
    public void Record(long nanoseconds, long times = 1)
    {
        if (times <= 0)
        {
            return;
        }

        var value = Math.Clamp(nanoseconds, 0, Largest);
        _counts[IndexOf(value)] += times;
        _sum += value * times;
        Count += times;
        Max = Math.Max(Max, value);
    }

    /// <summary>Adds what the other counted.</summary>
    public void Merge(LogLinearHistogram other)
    {
        for (var i = 0; i < _counts.Length; i++)
        {
            _counts[i] += other._counts[i];
        }

        _sum += other._sum;
        Count += other.Count;
        Max = Math.Max(Max, other.Max);
    }

    /// <summary>The smallest value that is no less than the given share of all, to three digits, in nanoseconds; 0 where nothing was recorded.</summary>
    /// <param name="share">0 to 1.</param>
    public double Quantile(double share)
    {
        var rank = Math.Max(1, (long)Math.Ceiling(share * Count));
        var seen = 0L;
        for (var i = 0; i < _counts.Length; i++)
        {
            seen += _counts[i];
            if (seen >= rank)
            {
                return Math.Min(Middle(i), Max);
            }
        }

        return 0;
    }

    private static int IndexOf(long value)
    {
        // How often the value must be halved to lie below 2048; then its upper half of the buckets is used.
        var shift = Math.Max(0, 63 - BitOperations.LeadingZeroCount((ulong)value) - HalfBits);
        return (shift << HalfBits) + (int)(value >> shift);
    }

    private static double Middle(int index)
    {
        var shift = Math.Max(0, (index >> HalfBits) - 1);
        var low = (long)(index - (shift << HalfBits)) << shift;
        return low + ((1L << shift) - 1) / 2.0;
    }
}
