using System.Text.Json;

namespace TuneSearch.Kafka.Load;

/// <summary>The counters of one statistics report, since the client began.</summary>
/// <param name="Seconds">The client's own monotonic clock.</param>
internal readonly record struct ClientCounters(
    bool IsProducer, double Seconds, double Requests, double SentBytes, double ReceivedBytes, double Retries, double Timeouts, double Rebalances)
{
    public static ClientCounters Of(JsonElement root)
    {
        var brokers = root.GetProperty("brokers").EnumerateObject().Select(broker => broker.Value).ToList();
        return new ClientCounters(
            root.GetProperty("type").GetString() == "producer",
            root.GetProperty("ts").GetDouble() / 1e6,
            root.GetProperty("tx").GetDouble(),
            root.GetProperty("tx_bytes").GetDouble(),
            root.GetProperty("rx_bytes").GetDouble(),
            brokers.Sum(broker => broker.GetProperty("txretries").GetDouble()),
            brokers.Sum(broker => broker.GetProperty("req_timeouts").GetDouble()),
            root.TryGetProperty("cgrp", out var group) ? group.GetProperty("rebalance_cnt").GetDouble() : 0);
    }
}
