using System.Collections.Immutable;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Workloads;

namespace TuneSearch.Kafka.Clusters.Simulated;

/// <summary>The metrics that follow from an equilibrium.</summary>
internal static class FleetReport
{
    private const double RoundTrip = 0.5e-3;
    private const double Duration = 10;

    public static Measurement Of(FleetSettings settings, FleetFlow flow, int brokers)
    {
        var byProfile = flow.Profiles.ToImmutableSortedDictionary(p => p.Demand.Name, p => Metrics(settings, flow, p, brokers), StringComparer.Ordinal);
        var total = byProfile.Values.Sum(m => m[MetricNames.Throughput]);
        var whole = byProfile.Values.First().Keys.ToImmutableSortedDictionary(
            name => name,
            name => IsTotal(name)
                ? byProfile.Values.Sum(m => m[name])
                : byProfile.Values.Sum(m => m[name] * m[MetricNames.Throughput]) / Math.Max(total, 1e-9),
            StringComparer.Ordinal);
        return new Measurement
        {
            Metrics = whole.SetItem(MetricNames.Price, brokers * (settings.Instance.PricePerHour + settings.Disk.PricePerHour)),
            Profiles = byProfile,
            Telemetry = Telemetry(flow),
        };
    }

    private static bool IsTotal(string name) => name is MetricNames.Throughput or MetricNames.ThroughputBytes or MetricNames.ConsumeThroughput;

    private static ImmutableSortedDictionary<string, double> Metrics(FleetSettings settings, FleetFlow flow, ProfileFlow own, int brokers)
    {
        var broker = flow.Broker;
        var profile = own.Demand.Profile;
        var busy = Math.Min(broker.Utilisation * Math.Pow(own.Demand.Burstiness, 0.35), 0.985);
        var queue = broker.ServiceTime * busy * busy / (1 - busy);
        var replication = profile.Acks == AckLevel.All && brokers > 1 ? ReplicationTime(settings, flow, brokers) : 0;
        var backlog = own.Demand.IsClosed ? 0 : Duration * Math.Max(0, 1 - (own.Rate / Math.Max(own.Demand.MessagesPerSecond, 1e-9))) / 2;
        var closed = profile.Arrivals is ClosedLoop loop ? loop.Outstanding * profile.Producers / Math.Max(own.Rate, 1e-9) : 0;

        var middle = Math.Max((own.Traffic.BatchWait * 0.5) + RoundTrip + broker.ServiceTime + queue + replication, closed * 0.7) + backlog;
        var gcTail = broker.Collector.Pause * Math.Clamp(broker.Collector.PausedShare / 0.01, 0, 1);
        var stallTail = broker.Storage.Stall * Math.Clamp(broker.Storage.StallRisk * 1.5, 0, 1);
        var tail = Math.Max(own.Traffic.BatchWait + RoundTrip + broker.ServiceTime + (queue * 4.6) + (replication * 1.4), closed) + backlog + gcTail + stallTail;
        var far = (tail * 1.5) + broker.Collector.Pause + (stallTail * 0.6);

        var perConsumer = own.Rate * own.Traffic.WireBytesPerMessage / Math.Max(1, profile.ConsumersPerGroup) / brokers;
        var fetchWait = Math.Min(settings.FetchMinBytes / Math.Max(perConsumer, 1), settings.FetchMaxWait);
        var consumerCapacity = profile.ConsumersPerGroup / (0.7e-6 + (settings.Codec.ReadSecondsPerByte * own.Demand.MessageBytes));
        var consumed = Math.Min(own.Rate, consumerCapacity) * profile.ConsumerGroups;
        var lag = Duration * Math.Max(0, 1 - (consumerCapacity / Math.Max(own.Rate, 1e-9))) / 2;
        return new Dictionary<string, double>
        {
            [MetricNames.Throughput] = own.Rate,
            [MetricNames.ThroughputBytes] = own.Rate * own.Demand.MessageBytes,
            [MetricNames.ConsumeThroughput] = consumed,
            [MetricNames.PublishLatencyMean] = middle * 1.1,
            [MetricNames.PublishLatencyP50] = middle,
            [MetricNames.PublishLatencyP95] = middle + ((tail - middle) * 0.6),
            [MetricNames.PublishLatencyP99] = tail,
            [MetricNames.PublishLatencyP999] = far,
            [MetricNames.EndToEndLatencyMean] = (middle * 1.1) + (fetchWait * 0.5) + lag,
            [MetricNames.EndToEndLatencyP50] = middle + (fetchWait * 0.5) + lag,
            [MetricNames.EndToEndLatencyP95] = middle + ((tail - middle) * 0.6) + (fetchWait * 0.9) + lag,
            [MetricNames.EndToEndLatencyP99] = tail + fetchWait + lag,
            [MetricNames.EndToEndLatencyP999] = far + fetchWait + lag,
        }.ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    /// <summary>acks=all waits for the followers, who fetch when there is enough or when their wait is over.</summary>
    private static double ReplicationTime(FleetSettings settings, FleetFlow flow, int brokers)
    {
        var arriving = Math.Max(flow.Load.BytesIn * (brokers - 1) / brokers, 1);
        var fill = Math.Min(settings.ReplicaFetchMinBytes / arriving, settings.ReplicaFetchWait);
        var busy = Math.Min(flow.Broker.Replication, 0.97);
        return RoundTrip + fill + (0.4e-3 / (1 - busy));
    }

    private static ImmutableSortedDictionary<string, double> Telemetry(FleetFlow flow) => new Dictionary<string, double>
    {
        ["broker_cpu_share"] = flow.Broker.Processor,
        ["broker_disk_utilisation"] = flow.Broker.Disk,
        ["broker_network_utilisation"] = flow.Broker.Wire,
        ["broker_network_threads_utilisation"] = flow.Broker.Network,
        ["broker_io_threads_utilisation"] = flow.Broker.Io,
        ["broker_gc_pause_seconds"] = flow.Broker.Collector.Pause,
        ["broker_gc_paused_share"] = flow.Broker.Collector.PausedShare,
        ["broker_page_cache_miss_share"] = flow.Broker.Storage.MissedShare,
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);
}
