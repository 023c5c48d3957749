using System.Collections.Immutable;
using TuneSearch.Core.Measurements.Latency;
using TuneSearch.Core.Workloads;

namespace TuneSearch.Core.Measurements;

/// <summary>Turns tallies into a measurement under the names of <see cref="MetricNames"/>, for each profile and for all together.</summary>
public static class MeasurementBuilder
{
    private const double NanosecondsPerSecond = 1e9;

    /// <param name="promised">What the customers are owed; a profile that is not in it is owed nothing.</param>
    /// <param name="window">How long was measured.</param>
    public static Measurement Build(
        IReadOnlyDictionary<string, ProfileTally> profiles, IReadOnlyDictionary<string, PromisedLimits> promised, TimeSpan window, ImmutableSortedDictionary<string, double> telemetry)
    {
        var all = new ProfileTally();
        foreach (var tally in profiles.Values)
        {
            all.Merge(tally);
        }

        var each = profiles.ToImmutableSortedDictionary(
            pair => pair.Key, pair => WithPromises(MetricsOf(pair.Value, window), pair.Value, promised.GetValueOrDefault(pair.Key), window), StringComparer.Ordinal);
        return new Measurement
        {
            Metrics = MetricsOf(all, window).Add(MetricNames.PromisesBroken, each.Values.Sum(metrics => metrics[MetricNames.PromisesBroken])),
            Profiles = each,
            Telemetry = telemetry,
        };
    }

    private static ImmutableSortedDictionary<string, double> WithPromises(
        ImmutableSortedDictionary<string, double> metrics, ProfileTally tally, PromisedLimits? promised, TimeSpan window)
    {
        var offered = (tally.Sent + tally.NotTaken) / window.TotalSeconds;
        return metrics.Add(MetricNames.PromisesBroken, promised is null ? 0 : Promises.Of(promised, metrics, offered).Count(promise => !promise.IsKept));
    }

    private static ImmutableSortedDictionary<string, double> MetricsOf(ProfileTally tally, TimeSpan window)
    {
        var metrics = Measurement.NoMetrics.ToBuilder();
        metrics[MetricNames.Throughput] = tally.AcknowledgedInWindow / window.TotalSeconds;
        metrics[MetricNames.ThroughputBytes] = tally.AcknowledgedBytesInWindow / window.TotalSeconds;
        metrics[MetricNames.ConsumeThroughput] = tally.ConsumedInWindow / window.TotalSeconds;
        metrics[MetricNames.ConsumeThroughputBytes] = tally.ConsumedBytesInWindow / window.TotalSeconds;
        metrics[MetricNames.MessagesSent] = tally.Sent;
        metrics[MetricNames.MessagesAcknowledged] = tally.Acknowledged;
        metrics[MetricNames.MessagesDelivered] = tally.Delivery.Delivered;
        metrics[MetricNames.MessagesLost] = tally.Delivery.Lost;
        metrics[MetricNames.MessagesDuplicated] = tally.Delivery.Duplicated;
        metrics[MetricNames.MessagesOutOfOrder] = tally.Delivery.OutOfOrder;
        metrics[MetricNames.SendErrors] = tally.Errors;
        metrics[MetricNames.MessagesHeldBack] = tally.HeldBack;

        // Without a single latency there are no percentiles: the names are left out, so that an objective on them says what is missing.
        if (tally.Publish.Count > 0)
        {
            metrics[MetricNames.PublishLatencyP50] = Seconds(tally.Publish, 0.5);
            metrics[MetricNames.PublishLatencyP95] = Seconds(tally.Publish, 0.95);
            metrics[MetricNames.PublishLatencyP99] = Seconds(tally.Publish, 0.99);
            metrics[MetricNames.PublishLatencyP999] = Seconds(tally.Publish, 0.999);
            metrics[MetricNames.PublishLatencyMax] = tally.Publish.Max / NanosecondsPerSecond;
            metrics[MetricNames.PublishLatencyMean] = tally.Publish.Mean / NanosecondsPerSecond;
        }

        if (tally.EndToEnd.Count > 0)
        {
            metrics[MetricNames.EndToEndLatencyP50] = Seconds(tally.EndToEnd, 0.5);
            metrics[MetricNames.EndToEndLatencyP95] = Seconds(tally.EndToEnd, 0.95);
            metrics[MetricNames.EndToEndLatencyP99] = Seconds(tally.EndToEnd, 0.99);
            metrics[MetricNames.EndToEndLatencyP999] = Seconds(tally.EndToEnd, 0.999);
            metrics[MetricNames.EndToEndLatencyMax] = tally.EndToEnd.Max / NanosecondsPerSecond;
            metrics[MetricNames.EndToEndLatencyMean] = tally.EndToEnd.Mean / NanosecondsPerSecond;
        }

        return metrics.ToImmutable();
    }

    private static double Seconds(LogLinearHistogram histogram, double share) => histogram.Quantile(share) / NanosecondsPerSecond;
}
