using System.Runtime.InteropServices;

namespace TuneSearch.Kafka.Native;

/// <summary>The part of rdkafka.h and rdkafka_mock.h that Confluent.Kafka does not bind.</summary>
internal static partial class MockMethods
{
    /// <summary>RD_KAFKA_PRODUCER.</summary>
    public const int Producer = 0;

    [LibraryImport(Librdkafka.Name, EntryPoint = "rd_kafka_conf_new")]
    public static partial IntPtr ConfigurationNew();

    [LibraryImport(Librdkafka.Name, EntryPoint = "rd_kafka_conf_set_log_cb")]
    public static partial void ConfigurationSetLog(IntPtr configuration, IntPtr callback);

    /// <summary>Takes the configuration over, unless it returns zero.</summary>
    [LibraryImport(Librdkafka.Name, EntryPoint = "rd_kafka_new")]
    public static partial IntPtr ClientNew(int type, IntPtr configuration, Span<byte> error, nuint errorSize);

    [LibraryImport(Librdkafka.Name, EntryPoint = "rd_kafka_destroy")]
    public static partial void ClientDestroy(IntPtr client);

    [LibraryImport(Librdkafka.Name, EntryPoint = "rd_kafka_err2str")]
    public static partial IntPtr ErrorText(int error);

    [LibraryImport(Librdkafka.Name, EntryPoint = "rd_kafka_mock_cluster_new")]
    public static partial IntPtr ClusterNew(IntPtr client, int brokers);

    [LibraryImport(Librdkafka.Name, EntryPoint = "rd_kafka_mock_cluster_destroy")]
    public static partial void ClusterDestroy(IntPtr cluster);

    [LibraryImport(Librdkafka.Name, EntryPoint = "rd_kafka_mock_cluster_bootstraps")]
    public static partial IntPtr ClusterBootstraps(IntPtr cluster);

    [LibraryImport(Librdkafka.Name, EntryPoint = "rd_kafka_mock_group_initial_rebalance_delay_ms")]
    public static partial void ClusterSetRebalanceDelay(IntPtr cluster, int milliseconds);

    [LibraryImport(Librdkafka.Name, EntryPoint = "rd_kafka_mock_set_group_consumer_heartbeat_interval_ms")]
    public static partial void ClusterSetHeartbeatInterval(IntPtr cluster, int milliseconds);

    [LibraryImport(Librdkafka.Name, EntryPoint = "rd_kafka_mock_broker_set_rtt")]
    public static partial int BrokerSetRoundTripTime(IntPtr cluster, int broker, int milliseconds);

    [LibraryImport(Librdkafka.Name, EntryPoint = "rd_kafka_mock_topic_create", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int TopicCreate(IntPtr cluster, string topic, int partitions, int replicationFactor);

    [LibraryImport(Librdkafka.Name, EntryPoint = "rd_kafka_mock_topic_delete", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int TopicDelete(IntPtr cluster, string topic);
}
