using System.Text.Json;

namespace TuneSearch.Kafka.Load;

/// <summary>What is kept of librdkafka's statistics (STATISTICS.md), averaged over clients and intervals.</summary>
internal sealed class StatisticsDigest
{
    private readonly Dictionary<string, (double Sum, int Count)> _values = new(StringComparer.Ordinal);

    /// <summary>Reads one report; one that cannot be read is left out, for it is evidence and not the measurement.</summary>
    public void Add(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            var kind = root.GetProperty("type").GetString();
            if (kind == "producer")
            {
                Note("producer_queue_messages", root.GetProperty("msg_cnt").GetDouble());
                AddTopics(root);
                AddBrokers(root);
            }
            else
            {
                Note("consumer_queue_messages", root.GetProperty("replyq").GetDouble());
            }
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            Note("statistics_unreadable", 1);
        }
    }

    /// <summary>By name, the means of what was noted.</summary>
    public IEnumerable<KeyValuePair<string, double>> Means() =>
        _values.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.Sum / pair.Value.Count));

    private void AddTopics(JsonElement root)
    {
        foreach (var topic in root.GetProperty("topics").EnumerateObject())
        {
            if (topic.Value.GetProperty("batchcnt").GetProperty("cnt").GetInt64() > 0)
            {
                Note("producer_batch_bytes", Average(topic.Value, "batchsize"));
                Note("producer_batch_messages", Average(topic.Value, "batchcnt"));
            }
        }
    }

    private void AddBrokers(JsonElement root)
    {
        foreach (var broker in root.GetProperty("brokers").EnumerateObject())
        {
            // Bootstrap connections and the logical ones carry no messages.
            if (broker.Value.GetProperty("rtt").GetProperty("cnt").GetInt64() > 0)
            {
                Note("producer_request_seconds", Average(broker.Value, "rtt") / 1e6);
                Note("producer_queueing_seconds", Average(broker.Value, "int_latency") / 1e6);
                Note("producer_requests_in_flight", broker.Value.GetProperty("waitresp_cnt").GetDouble());
            }
        }
    }

    private static double Average(JsonElement owner, string window) => owner.GetProperty(window).GetProperty("avg").GetDouble();

    private void Note(string name, double value)
    {
        var (sum, count) = _values.GetValueOrDefault(name);
        _values[name] = (sum + value, count + 1);
    }
}
