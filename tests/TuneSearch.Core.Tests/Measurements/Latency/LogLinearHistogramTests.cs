using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using TuneSearch.Core.Measurements.Latency;

namespace TuneSearch.Core.Tests.Measurements.Latency;

public sealed class LogLinearHistogramTests
{
    [Property]
    public bool Quantile_OneValue_IsItToThreeDigits(ulong seed)
    {
        var value = (long)(seed % LogLinearHistogram.Largest);
        var histogram = new LogLinearHistogram();
        histogram.Record(value);

        return Math.Abs(histogram.Quantile(0.5) - value) <= value / 1000.0;
    }

    [Property(MaxTest = 50)]
    public bool Quantile_AnyValues_IsThatOfTheSortedList(NonEmptyArray<int> values, byte percent)
    {
        var share = Math.Min(percent, (byte)100) / 100.0;
        var sorted = values.Get.Select(value => Math.Abs((long)value)).Order().ToArray();
        var histogram = Of(sorted);
        var expected = sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)];

        return Math.Abs(histogram.Quantile(share) - expected) <= expected / 1000.0;
    }

    [Property(MaxTest = 50)]
    public Property Merge_TwoHalves_IsTheWhole(int[] one, int[] other)
    {
        var merged = Of(one.Select(value => (long)value));
        merged.Merge(Of(other.Select(value => (long)value)));
        var whole = Of(one.Concat(other).Select(value => (long)value));

        return (merged.Count == whole.Count && merged.Max == whole.Max && merged.Mean.Equals(whole.Mean)
            && new[] { 0, 0.5, 0.99, 1 }.All(share => merged.Quantile(share).Equals(whole.Quantile(share)))).ToProperty();
    }

    [Fact]
    public void Record_BeyondAnHour_CountsAsAnHour()
    {
        var histogram = Of([long.MaxValue]);

        histogram.Max.ShouldBe(3_600_000_000_000);
        histogram.Quantile(1).ShouldBe(3_600_000_000_000, 3_600_000_000);
    }

    [Fact]
    public void Record_BelowZero_CountsAsZero() => Of([-5]).Quantile(0.5).ShouldBe(0);

    [Fact]
    public void Quantile_Nothing_IsZero()
    {
        new LogLinearHistogram().Quantile(0.99).ShouldBe(0);
        new LogLinearHistogram().Mean.ShouldBe(0);
    }

    [Fact]
    public void Record_AMillionTimes_AllocatesNothing()
    {
        var histogram = new LogLinearHistogram();
        histogram.Record(1);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000_000; i++)
        {
            histogram.Record(i * 1000L);
        }

        // An object for each would be 24 MB. A collection that another test causes counts what is left of this thread's allocation context, 8 KiB.
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1_000_000);
    }

    private static LogLinearHistogram Of(IEnumerable<long> values)
    {
        var histogram = new LogLinearHistogram();
        foreach (var value in values)
        {
            histogram.Record(value);
        }

        return histogram;
    }
}
