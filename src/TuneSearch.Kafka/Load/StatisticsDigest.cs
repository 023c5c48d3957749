using System.Text.Json;
using TuneSearch.Core.Measurements;

namespace TuneSearch.Kafka.Load;

/// <summary>What is kept of librdkafka's statistics (STATISTICS.md): levels averaged over clients and reports, counters from each client's first report to its last.</summary>
internal sealed class StatisticsDigest
{
    private readonly Dictionary<string, (double Sum, int Count)> _levels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (ClientCounters First, ClientCounters Last)> _counters = new(StringComparer.Ordinal);

    /// <summary>Reads one report; one that cannot be read is left out, for it is evidence and not the measurement.</summary>
    public void Add(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (root.GetProperty("type").GetString() == "producer")
            {
                AddProducer(root);
            }
            else
            {
                AddConsumer(root);
            }

            var counters = ClientCounters.Of(root);
            var name = root.GetProperty("name").GetString()!;
            _counters[name] = (_counters.TryGetValue(name, out var known) ? known.First : counters, counters);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            Note("statistics_unreadable", 1);
        }
    }

    /// <summary>By name, everything that was noted.</summary>
    public IEnumerable<KeyValuePair<string, double>> Values() =>
    [
        .. _levels.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.Sum / pair.Value.Count)),
        .. Rates(isProducer: true), .. Rates(isProducer: false),
    ];

    private IEnumerable<KeyValuePair<string, double>> Rates(bool isProducer)
    {
        // One report has nothing to be compared with.
        var pairs = _counters.Values.Where(pair => pair.First.IsProducer == isProducer && pair.Last.Seconds > pair.First.Seconds).ToList();
        if (pairs.Count == 0)
        {
            yield break;
        }

        double Rate(Func<ClientCounters, double> of) => pairs.Sum(pair => (of(pair.Last) - of(pair.First)) / (pair.Last.Seconds - pair.First.Seconds));
        double Count(Func<ClientCounters, double> of) => pairs.Sum(pair => of(pair.Last) - of(pair.First));

        if (isProducer)
        {
            yield return new(ClientTelemetryNames.ProducerRequests, Rate(client => client.Requests));
            yield return new(ClientTelemetryNames.ProducerWire, Rate(client => client.SentBytes));
            yield return new(ClientTelemetryNames.ProducerRetries, Count(client => client.Retries));
            yield return new(ClientTelemetryNames.ProducerTimeouts, Count(client => client.Timeouts));
        }
        else
        {
            yield return new(ClientTelemetryNames.ConsumerRequests, Rate(client => client.Requests));
            yield return new(ClientTelemetryNames.ConsumerWire, Rate(client => client.ReceivedBytes));
            yield return new(ClientTelemetryNames.Rebalances, Count(client => client.Rebalances));
        }
    }

    private void AddProducer(JsonElement root)
    {
        Note(ClientTelemetryNames.ProducerQueue, root.GetProperty("msg_cnt").GetDouble());
        foreach (var topic in root.GetProperty("topics").EnumerateObject().Where(topic => HasSamples(topic.Value, "batchcnt")))
        {
            Note(ClientTelemetryNames.BatchBytes, Average(topic.Value, "batchsize"));
            Note(ClientTelemetryNames.BatchMessages, Average(topic.Value, "batchcnt"));
        }

        foreach (var broker in Brokers(root))
        {
            Note(ClientTelemetryNames.ProducerRequest, Average(broker, "rtt") / 1e6);
            Note(ClientTelemetryNames.Queueing, Average(broker, "int_latency") / 1e6);
            Note(ClientTelemetryNames.InFlight, broker.GetProperty("waitresp_cnt").GetDouble());
            Note(ClientTelemetryNames.ProducerThrottle, Average(broker, "throttle") / 1e3);
        }
    }

    private void AddConsumer(JsonElement root)
    {
        var partitions = root.GetProperty("topics").EnumerateObject()
            .SelectMany(topic => topic.Value.GetProperty("partitions").EnumerateObject()).Select(partition => partition.Value).ToList();
        Note(ClientTelemetryNames.ConsumerQueue, partitions.Sum(partition => partition.GetProperty("fetchq_cnt").GetDouble()));

        // Below zero: not known yet.
        Note(ClientTelemetryNames.ConsumerLag, partitions.Sum(partition => Math.Max(0, partition.GetProperty("consumer_lag_stored").GetDouble())));
        foreach (var broker in Brokers(root))
        {
            Note(ClientTelemetryNames.ConsumerRequest, Average(broker, "rtt") / 1e6);
            Note(ClientTelemetryNames.ConsumerThrottle, Average(broker, "throttle") / 1e3);
        }
    }

    /// <summary>Those that answered since the last report; bootstrap connections and the logical ones carry no messages.</summary>
    private static IEnumerable<JsonElement> Brokers(JsonElement root) =>
        root.GetProperty("brokers").EnumerateObject().Select(broker => broker.Value).Where(broker => HasSamples(broker, "rtt"));

    private static bool HasSamples(JsonElement owner, string window) => owner.GetProperty(window).GetProperty("cnt").GetInt64() > 0;

    private static double Average(JsonElement owner, string window) => owner.GetProperty(window).GetProperty("avg").GetDouble();

    private void Note(string name, double value)
    {
        var (sum, count) = _levels.GetValueOrDefault(name);
        _levels[name] = (sum + value, count + 1);
    }
}
