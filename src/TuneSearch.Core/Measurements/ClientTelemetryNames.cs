using System.Collections.Immutable;

namespace TuneSearch.Core.Measurements;

/// <summary>What the load's own clients and machine show of an episode, on every cluster that takes real messages; means over clients and reports unless said otherwise.</summary>
/// <remarks>The clients' part is librdkafka's statistics (its STATISTICS.md), which take in the warm-up.</remarks>
public static class ClientTelemetryNames
{
    /// <summary>Bytes of a produced batch, and its messages.</summary>
    public const string BatchBytes = "producer_batch_bytes";
    public const string BatchMessages = "producer_batch_messages";

    /// <summary>Seconds from a request's sending to its answer.</summary>
    public const string ProducerRequest = "producer_request_seconds";
    public const string ConsumerRequest = "consumer_request_seconds";

    /// <summary>Seconds that a message waits in the producer before it is sent.</summary>
    public const string Queueing = "producer_queueing_seconds";

    /// <summary>Requests that wait for their answer, by broker.</summary>
    public const string InFlight = "producer_requests_in_flight";

    /// <summary>Messages in the client: of a producer unacknowledged, of a consumer fetched and not yet taken.</summary>
    public const string ProducerQueue = "producer_queue_messages";
    public const string ConsumerQueue = "consumer_queue_messages";

    /// <summary>Seconds for which brokers told the client to keep back, by answer.</summary>
    public const string ProducerThrottle = "producer_throttle_seconds";
    public const string ConsumerThrottle = "consumer_throttle_seconds";

    /// <summary>Requests a second, of all clients together.</summary>
    public const string ProducerRequests = "producer_requests_per_second";
    public const string ConsumerRequests = "consumer_requests_per_second";

    /// <summary>Bytes a second on the wire, compressed, of all clients together.</summary>
    public const string ProducerWire = "producer_wire_bytes";
    public const string ConsumerWire = "consumer_wire_bytes";

    /// <summary>Requests that were sent again or had no answer in time, of all clients together.</summary>
    public const string ProducerRetries = "producer_request_retries";
    public const string ProducerTimeouts = "producer_request_timeouts";

    /// <summary>Messages that a consumer is behind the end of its partitions.</summary>
    public const string ConsumerLag = "consumer_lag_messages";

    /// <summary>Assignments and revocations, of all consumers together.</summary>
    public const string Rebalances = "consumer_rebalances";

    /// <summary>Seconds by which the generator itself was late at the 99th percentile, open arrivals only; and its busiest sending thread's share of a processor.</summary>
    public const string GeneratorLag = "generator_lag_p99";
    public const string GeneratorThread = "generator_thread_ratio";

    /// <summary>Seconds by which wall clock and monotonic clock moved apart.</summary>
    public const string ClockJump = "clock_jump_seconds";

    /// <summary>Seconds until the first measured message: topics, clients and groups; warm-up; and after the last one until all had arrived.</summary>
    public const string SetUp = "run_setup_seconds";
    public const string WarmUp = "run_warm_up_seconds";
    public const string Drain = "run_drain_seconds";

    /// <summary>1 where the warm-up ended steady, 0 where it ended at its maximum.</summary>
    public const string Steady = "run_warm_up_steady";

    /// <summary>Connections beside those of producers and consumers.</summary>
    public const string ConnectionsOpened = "connections_opened";
    public const string ConnectionsRefused = "connections_refused";

    /// <summary>Processors that the generator's process used; embedded brokers are part of it.</summary>
    public const string Process = "process_processors";

    /// <summary>Share of the machine's processor time in use by anyone; given to others by the hypervisor; used by other processes while the load waited; kept back by a quota.</summary>
    public const string MachineBusy = "machine_busy_ratio";
    public const string MachineStolen = "machine_stolen_ratio";
    public const string MachineTaken = "machine_taken_ratio";
    public const string MachineThrottled = "machine_throttled_ratio";

    /// <summary>What objectives may name. Beside these stands each reason for a send error as <c>send_errors_REASON</c>.</summary>
    public static readonly ImmutableArray<string> All =
    [
        BatchBytes, BatchMessages, ProducerRequest, ConsumerRequest, Queueing, InFlight, ProducerQueue, ConsumerQueue, ProducerThrottle, ConsumerThrottle,
        ProducerRequests, ConsumerRequests, ProducerWire, ConsumerWire, ProducerRetries, ProducerTimeouts, ConsumerLag, Rebalances,
        GeneratorLag, GeneratorThread, ClockJump, SetUp, WarmUp, Drain, Steady, ConnectionsOpened, ConnectionsRefused,
        Process, MachineBusy, MachineStolen, MachineTaken, MachineThrottled,
    ];
}
