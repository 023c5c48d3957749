using System.Collections.Immutable;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Workloads;

namespace TuneSearch.Kafka.Clusters.Simulated;

/// <summary>
/// A broker fleet in closed form: queueing at threads, cores, wire and disk, batching and compression at the clients, page cache,
/// garbage collection, replication. Deterministic and free of noise: the true landscape.
/// </summary>
/// <remarks>The constants are of the order seen on real brokers; the point is the shape (bends, cliffs, interactions), not a prediction.</remarks>
internal sealed class FleetModel(int brokers, ulong landscape, ImmutableArray<Profile> profiles)
{
    private const int Bisections = 24;
    private const double Saturation = 0.96;
    private readonly Relief _relief = new(landscape);
    private readonly ImmutableDictionary<string, Profile> _profiles = profiles.ToImmutableDictionary(p => p.Name, StringComparer.Ordinal);

    /// <summary>The measurement without noise, or why this configuration cannot run.</summary>
    public TrialOutcome Evaluate(Configuration configuration, Episode episode)
    {
        var settings = FleetSettings.From(configuration);
        if (settings.Heap + FleetSettings.Gibibyte > settings.Instance.MemoryBytes)
        {
            return new Infeasible($"Could not reserve enough space for object heap: {settings.Heap / FleetSettings.Gibibyte:0.#} GiB heap on {settings.Instance.Name} with {settings.Instance.MemoryBytes / FleetSettings.Gibibyte:0} GiB of memory");
        }

        var relief = _relief.At(configuration);
        var demands = episode.Weights
            .Select(pair => ProfileDemand.Of(_profiles[pair.Key], pair.Value, episode.ProfileCount))
            .ToImmutableArray();
        var flow = Settle(settings, demands, relief);
        var live = CollectorModel.LiveBytes(flow.Load, settings);
        return live > settings.Heap * 0.95
            ? new Infeasible($"java.lang.OutOfMemoryError: Java heap space ({live / FleetSettings.Mebibyte:0} MiB live in a heap of {settings.Heap / FleetSettings.Mebibyte:0} MiB)")
            : new Measured([FleetReport.Of(settings, flow, brokers)]);
    }

    /// <summary>How many things a profile's customer is owed and did not get.</summary>
    public int BrokenPromises(Episode episode, string profile, ImmutableSortedDictionary<string, double> metrics)
    {
        var demand = ProfileDemand.Of(_profiles[profile], episode.Weights[profile], episode.ProfileCount);
        return Promises.Of(demand.Profile.Limits, metrics, demand.MessagesPerSecond).Count(promise => !promise.IsKept);
    }

    /// <summary>The most that the fleet carries: closed loops are opened as far as it goes, open ones throttled where they must be.</summary>
    private FleetFlow Settle(FleetSettings settings, ImmutableArray<ProfileDemand> demands, double relief)
    {
        var full = FlowAt(settings, demands, 1, 1, relief);
        if (full.Broker.Utilisation <= Saturation)
        {
            return full;
        }

        var openOnly = FlowAt(settings, demands, 1, 0, relief);
        var throttleAll = openOnly.Broker.Utilisation > Saturation;
        double low = 0, high = 1;
        for (var i = 0; i < Bisections; i++)
        {
            // Geometric: a closed loop's demand lies orders of magnitude above what any fleet carries.
            var middle = low == 0 ? high / 4 : Math.Sqrt(low * high);
            var flow = throttleAll ? FlowAt(settings, demands, middle, 0, relief) : FlowAt(settings, demands, 1, middle, relief);
            (low, high) = flow.Broker.Utilisation <= Saturation ? (middle, high) : (low, middle);
        }

        return throttleAll ? FlowAt(settings, demands, low, 0, relief) : FlowAt(settings, demands, 1, low, relief);
    }

    private FleetFlow FlowAt(FleetSettings settings, ImmutableArray<ProfileDemand> demands, double openShare, double closedShare, double relief)
    {
        var flows = demands.Select(demand =>
        {
            var wanted = demand.MessagesPerSecond * (demand.IsClosed ? closedShare : openShare);
            var traffic = ClientModel.At(settings, demand, wanted, brokers);
            var roundTrip = 1.1e-3 + (traffic.BatchBytes * 4e-9);
            var inFlight = Math.Max(1, demand.Profile.Producers) * Math.Min(brokers, traffic.Partitions) * settings.InFlight * traffic.MessagesPerBatch / roundTrip;
            var rate = SoftMinimum(wanted, Math.Min(traffic.ProducerCapacity, inFlight));
            return new ProfileFlow(demand, traffic, wanted, rate);
        }).ToImmutableArray();
        var load = LoadOf(settings, flows);
        return new FleetFlow(flows, load, BrokerModel.At(settings, load, brokers, relief));
    }

    private BrokerLoad LoadOf(FleetSettings settings, ImmutableArray<ProfileFlow> flows)
    {
        var replicas = Math.Min(3, brokers);
        double requests = 0, batches = 0, produced = 0, consumed = 0, partitions = 0, connections = 0;
        foreach (var flow in flows)
        {
            var profile = flow.Demand.Profile;
            var bytes = flow.Rate * flow.Traffic.WireBytesPerMessage;
            var consumers = profile.ConsumerGroups * profile.ConsumersPerGroup;
            var perConsumer = bytes / Math.Max(1, profile.ConsumersPerGroup) / brokers;
            var fill = Math.Min(settings.FetchMinBytes / Math.Max(perConsumer, 1), settings.FetchMaxWait);
            var drain = Math.Max(perConsumer / (settings.MaxPartitionFetch * Math.Max(1, flow.Traffic.Partitions / brokers)), 1 / Math.Max(fill, 2e-3));
            batches += flow.Rate / flow.Traffic.MessagesPerBatch;
            requests += (flow.Rate / flow.Traffic.MessagesPerBatch) + (consumers * brokers * drain)
                + (profile.Connections.ChurnPerSecond * 12) + (profile.RebalancesPerMinute * consumers / 4);
            produced += bytes;
            consumed += bytes * profile.ConsumerGroups;
            partitions += flow.Traffic.Partitions;
            connections += profile.Connections.Held + profile.Producers + consumers;
        }

        var followers = replicas - 1;
        var replicaWait = Math.Max(2e-3, Math.Min(settings.ReplicaFetchMinBytes / Math.Max(produced / brokers, 1), settings.ReplicaFetchWait));
        requests += followers * brokers * settings.ReplicaFetchers / replicaWait;
        return new BrokerLoad
        {
            Requests = requests / brokers,
            Batches = batches * replicas / brokers,
            BytesIn = produced * replicas / brokers,
            BytesOut = ((produced * followers) + consumed) / brokers,
            DiskBytes = produced * replicas / brokers,
            Partitions = partitions * replicas / brokers,
            Connections = connections,
            MeanBatchBytes = batches > 0 ? produced / batches : 0,
        };
    }

    private static double SoftMinimum(double a, double b) => a <= 0 || b <= 0 ? 0 : Math.Pow(Math.Pow(a, -8) + Math.Pow(b, -8), -1.0 / 8);
}
