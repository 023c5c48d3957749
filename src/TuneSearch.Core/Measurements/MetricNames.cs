namespace TuneSearch.Core.Measurements;

/// <summary>The names under which every driver that measures messages reports; objectives and gates are written with them.</summary>
public static class MetricNames
{
    /// <summary>Messages acknowledged a second.</summary>
    public const string Throughput = "throughput";

    /// <summary>Payload bytes acknowledged a second.</summary>
    public const string ThroughputBytes = "throughput_bytes";

    /// <summary>Messages consumed a second, over all groups.</summary>
    public const string ConsumeThroughput = "consume_throughput";

    /// <summary>Payload bytes consumed a second, over all groups.</summary>
    public const string ConsumeThroughputBytes = "consume_throughput_bytes";

    /// <summary>Seconds from the intended send to the acknowledgement.</summary>
    public const string PublishLatencyP50 = "publish_latency_p50";
    public const string PublishLatencyP95 = "publish_latency_p95";
    public const string PublishLatencyP99 = "publish_latency_p99";
    public const string PublishLatencyP999 = "publish_latency_p999";
    public const string PublishLatencyMax = "publish_latency_max";
    public const string PublishLatencyMean = "publish_latency_mean";

    /// <summary>Seconds from the intended send to the consumer's hand.</summary>
    public const string EndToEndLatencyP50 = "end_to_end_latency_p50";
    public const string EndToEndLatencyP95 = "end_to_end_latency_p95";
    public const string EndToEndLatencyP99 = "end_to_end_latency_p99";
    public const string EndToEndLatencyP999 = "end_to_end_latency_p999";
    public const string EndToEndLatencyMax = "end_to_end_latency_max";
    public const string EndToEndLatencyMean = "end_to_end_latency_mean";

    public const string MessagesSent = "messages_sent";
    public const string MessagesAcknowledged = "messages_acknowledged";
    public const string MessagesDelivered = "messages_delivered";
    public const string MessagesLost = "messages_lost";
    public const string MessagesDuplicated = "messages_duplicated";
    public const string MessagesOutOfOrder = "messages_out_of_order";

    /// <summary>Messages that the client refused or the cluster did not acknowledge; telemetry names the reasons.</summary>
    public const string SendErrors = "send_errors";

    /// <summary>Messages of the plan that a full client queue, or a transaction's slow end, kept back until the window was over; their latency is what they had waited by then.</summary>
    public const string MessagesHeldBack = "messages_held_back";

    /// <summary>Of what customers are owed (<see cref="Workloads.PromisedLimits"/>), how many things they did not get.</summary>
    public const string PromisesBroken = "promises_broken";

    /// <summary>Price of the cluster, currency units an hour; where the driver knows it.</summary>
    public const string Price = "price";
}
