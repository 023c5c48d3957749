using System.Collections.Immutable;
using TuneSearch.Core.Workloads;

namespace TuneSearch.Core.Measurements;

/// <summary>Compares what was measured of a customer with what he is owed.</summary>
public static class Promises
{
    /// <summary>What the window's edges may cut off a rate.</summary>
    private const double Edges = 0.05;

    /// <summary>What the customer is owed, by the metric that tells of it; what was not measured is left out: nothing was sent, or nobody was to receive it.</summary>
    /// <param name="metrics">Of the profile.</param>
    /// <param name="offered">Messages a second that the customer sent: a rate is owed only as far as it is used.</param>
    public static ImmutableArray<Promise> Of(PromisedLimits limits, ImmutableSortedDictionary<string, double> metrics, double offered)
    {
        var promises = ImmutableArray.CreateBuilder<Promise>();
        AddMost(MetricNames.PublishLatencyP99, limits.PublishLatencyP99?.TotalSeconds);
        AddMost(MetricNames.EndToEndLatencyP99, limits.EndToEndLatencyP99?.TotalSeconds);
        if (limits.MinMessagesPerSecond is { } least && metrics.TryGetValue(MetricNames.Throughput, out var rate))
        {
            var owed = Math.Min(least, offered);
            promises.Add(new Promise(MetricNames.Throughput, owed, rate, rate >= owed * (1 - Edges)));
        }

        return promises.ToImmutable();

        void AddMost(string metric, double? most)
        {
            if (most is { } bound && metrics.TryGetValue(metric, out var value))
            {
                promises.Add(new Promise(metric, bound, value, value <= bound));
            }
        }
    }
}
