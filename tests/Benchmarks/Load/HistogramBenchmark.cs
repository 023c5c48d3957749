using System.Diagnostics;
using TuneSearch.Core.Measurements.Latency;
using TuneSearch.Core.Randomness;

namespace TuneSearch.Benchmarks.Load;

/// <summary>Time and memory of recording one latency.</summary>
public sealed class HistogramBenchmark : IBenchmark
{
    private const double MostNanoseconds = 30;

    public string Name => "histogram";

    public string Summary => "time and memory of recording one latency (bound: under 30 ns, nothing allocated)";

    public Task<int> RunAsync(BenchmarkArguments arguments, CancellationToken cancellationToken)
    {
        var count = arguments.Number("count", 20_000_000);
        var latencies = Latencies(1 << 16);
        var histogram = new LogLinearHistogram();
        Record(histogram, latencies, count / 4);
        var rounds = Enumerable.Range(0, arguments.Number("rounds", 7)).Select(_ => Record(histogram, latencies, count)).ToArray();
        // The quickest round: what else the machine does can only add.
        var nanoseconds = rounds.Min(round => round.Nanoseconds);
        var median = rounds.Select(round => round.Nanoseconds).Order().ElementAt(rounds.Length / 2);
        var bytes = rounds.Max(round => round.Bytes);
        Console.WriteLine($"recording {count:N0} latencies, lognormal around 5 ms, {rounds.Length} rounds");
        Console.WriteLine($"  best round {nanoseconds:0.0} ns each (bound {MostNanoseconds} ns), median round {median:0.0} ns, {bytes} B allocated in a round (bound 0 B)");
        return Task.FromResult(nanoseconds < MostNanoseconds && bytes == 0 ? 0 : 1);
    }

    private static (double Nanoseconds, long Bytes) Record(LogLinearHistogram histogram, long[] latencies, int count)
    {
        var mask = latencies.Length - 1;
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < count; i++)
        {
            histogram.Record(latencies[i & mask]);
        }

        var elapsed = Stopwatch.GetElapsedTime(start);
        return (elapsed.TotalNanoseconds / count, GC.GetAllocatedBytesForCurrentThread() - bytes);
    }

    private static long[] Latencies(int count)
    {
        var random = CounterRandom.For(1, "histogram");
        var latencies = new long[count];
        for (var i = 0; i < count; i++)
        {
            latencies[i] = (long)(5_000_000 * Math.Exp(random.NextGaussian()));
        }

        return latencies;
    }
}
