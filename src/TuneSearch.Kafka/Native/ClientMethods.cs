using System.Runtime.InteropServices;

namespace TuneSearch.Kafka.Native;

/// <summary>The part of rdkafka.h that moves messages by the batch, which Confluent.Kafka does not bind.</summary>
internal static unsafe partial class ClientMethods
{
    /// <summary>RD_KAFKA_EVENT_DR: delivery reports come as events on the client's main queue.</summary>
    public const int DeliveryReports = 1;

    /// <summary>RD_KAFKA_EVENT_ERROR and RD_KAFKA_EVENT_STATS: whoever polls for events gets these as well, and no handler is called for them.</summary>
    public const int Errors = 8;
    public const int Statistics = 0x40;

    /// <summary>RD_KAFKA_PARTITION_UA: the configured partitioner chooses.</summary>
    public const int AnyPartition = -1;

    /// <summary>RD_KAFKA_MSG_F_COPY: payload and key are the caller's again when the call returns.</summary>
    public const int Copy = 2;

    [LibraryImport(Librdkafka.Name, EntryPoint = "rd_kafka_topic_new", StringMarshalling = StringMarshalling.Utf8)]
    public static partial IntPtr TopicNew(IntPtr client, string name, IntPtr configuration);

    [LibraryImport(Librdkafka.Name, EntryPoint = "rd_kafka_topic_destroy")]
    public static partial void TopicDestroy(IntPtr topic);

    /// <summary>How many were taken; each of the others has its error.</summary>
    [LibraryImport(Librdkafka.Name, EntryPoint = "rd_kafka_produce_batch")]
    public static partial int ProduceBatch(IntPtr topic, int partition, int flags, NativeMessage* messages, int count);

    [LibraryImport(Librdkafka.Name, EntryPoint = "rd_kafka_queue_get_main")]
    public static partial IntPtr MainQueue(IntPtr client);

    [LibraryImport(Librdkafka.Name, EntryPoint = "rd_kafka_queue_get_consumer")]
    public static partial IntPtr ConsumerQueue(IntPtr client);

    [LibraryImport(Librdkafka.Name, EntryPoint = "rd_kafka_queue_destroy")]
    public static partial void QueueDestroy(IntPtr queue);

    /// <summary>Lets a poll that waits return at once.</summary>
    [LibraryImport(Librdkafka.Name, EntryPoint = "rd_kafka_queue_yield")]
    public static partial void QueueYield(IntPtr queue);

    /// <summary>The next event, or zero: nothing came.</summary>
    [LibraryImport(Librdkafka.Name, EntryPoint = "rd_kafka_queue_poll")]
    public static partial IntPtr QueuePoll(IntPtr queue, int timeoutMilliseconds);

    [LibraryImport(Librdkafka.Name, EntryPoint = "rd_kafka_event_type")]
    public static partial int EventType(IntPtr reported);

    /// <summary>Some messages of the event, as many as fit; 0 when all were had. They live as long as the event.</summary>
    [LibraryImport(Librdkafka.Name, EntryPoint = "rd_kafka_event_message_array")]
    public static partial nuint EventMessages(IntPtr reported, NativeMessage** messages, nuint size);

    /// <summary>The report's JSON, which lives as long as the event.</summary>
    [LibraryImport(Librdkafka.Name, EntryPoint = "rd_kafka_event_stats")]
    public static partial IntPtr EventStatistics(IntPtr reported);

    [LibraryImport(Librdkafka.Name, EntryPoint = "rd_kafka_event_error")]
    public static partial int EventError(IntPtr reported);

    [LibraryImport(Librdkafka.Name, EntryPoint = "rd_kafka_event_error_string")]
    public static partial IntPtr EventErrorText(IntPtr reported);

    [LibraryImport(Librdkafka.Name, EntryPoint = "rd_kafka_event_error_is_fatal")]
    public static partial int EventErrorIsFatal(IntPtr reported);

    [LibraryImport(Librdkafka.Name, EntryPoint = "rd_kafka_event_destroy")]
    public static partial void EventDestroy(IntPtr reported);

    /// <summary>Waits until <paramref name="size"/> messages are there, or the time is over.</summary>
    [LibraryImport(Librdkafka.Name, EntryPoint = "rd_kafka_consume_batch_queue")]
    public static partial nint ConsumeBatch(IntPtr queue, int timeoutMilliseconds, NativeMessage** messages, nuint size);

    [LibraryImport(Librdkafka.Name, EntryPoint = "rd_kafka_message_destroy")]
    public static partial void MessageDestroy(NativeMessage* message);
}
