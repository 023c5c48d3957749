using TuneSearch.Core.Measurements.Health;

namespace TuneSearch.Kafka.Load;

/// <summary>Throughput and mean latency of the warm-up, slice by slice, for <see cref="SteadyState"/>.</summary>
internal sealed class WarmUpSlices
{
    /// <summary>Slices that the longest warm-up has.</summary>
    private const int Most = 50;

    private readonly List<double> _throughput = [];
    private readonly List<double> _latency = [];
    private long _reported;
    private long _latencySum;

    /// <summary>Never below 10 ms, which timers do not keep.</summary>
    public static TimeSpan LengthFor(TimeSpan longest) => TimeSpan.FromMilliseconds(Math.Max(10, longest.TotalMilliseconds / Most));

    public bool AreSteady => SteadyState.IsReached([.. _throughput]) && SteadyState.IsReached([.. _latency]);

    /// <param name="reported">Messages reported since the beginning.</param>
    /// <param name="latencySum">Their latencies, summed.</param>
    public void Add(long reported, long latencySum)
    {
        var count = reported - _reported;
        _throughput.Add(count);
        // A slice without messages says nothing about latency: the last one stands.
        _latency.Add(count > 0 ? (double)(latencySum - _latencySum) / count : _latency.Count > 0 ? _latency[^1] : 0);
        _reported = reported;
        _latencySum = latencySum;
    }
}
