namespace TuneSearch.Daemon.Metrics;

/// <summary>Upper bounds of histogram buckets, in seconds.</summary>
internal static class Buckets
{
    /// <summary>A write to disk: tens of microseconds in memory to seconds on a stalled disk.</summary>
    public static readonly double[] Writes = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5];

    /// <summary>A request: a cached fold to a long list.</summary>
    public static readonly double[] Requests = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

    /// <summary>Applying and measuring: a simulated cluster's millisecond to a rolling restart's half an hour.</summary>
    public static readonly double[] Trials = [0.001, 0.01, 0.1, 0.5, 1, 2.5, 5, 10, 20, 40, 60, 120, 300, 600, 1800];
}
