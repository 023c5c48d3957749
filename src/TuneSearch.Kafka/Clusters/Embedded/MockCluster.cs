using System.Runtime.InteropServices;
using System.Text;
using TuneSearch.Core.Clusters;
using TuneSearch.Kafka.Load;
using TuneSearch.Kafka.Native;

namespace TuneSearch.Kafka.Clusters.Embedded;

/// <summary>librdkafka's mock cluster (rdkafka_mock.h): brokers of one thread in this process, on loopback sockets of their own.</summary>
/// <remarks>It keeps 5 MiB or 100,000 batches a partition, whichever is less, and drops the oldest.</remarks>
internal sealed class MockCluster : ITopics, IDisposable
{
    /// <summary>Bytes that a partition keeps (rdkafka_mock.c).</summary>
    public const long RetainedBytesPerPartition = 5 * 1024 * 1024;

    private static readonly TimeSpan GroupDelay = TimeSpan.FromMilliseconds(50);

    private readonly IntPtr _client;
    private IntPtr _cluster;

    private MockCluster(IntPtr client, IntPtr cluster)
    {
        _client = client;
        _cluster = cluster;
        BootstrapServers = Marshal.PtrToStringUTF8(MockMethods.ClusterBootstraps(cluster))!;
    }

    public string BootstrapServers { get; }

    /// <exception cref="LibrdkafkaMissingException">With the way out.</exception>
    /// <exception cref="ClusterUnavailableException">With librdkafka's own words.</exception>
    public static MockCluster Start(int brokers, TimeSpan roundTripTime)
    {
        Librdkafka.EnsureLoaded();
        var configuration = MockMethods.ConfigurationNew();
        // No log callback: a mock broker that is shut down under its clients would write each lost connection to standard error.
        MockMethods.ConfigurationSetLog(configuration, IntPtr.Zero);
        Span<byte> error = stackalloc byte[512];
        var client = MockMethods.ClientNew(MockMethods.Producer, configuration, error, (nuint)error.Length);
        if (client == IntPtr.Zero)
        {
            throw new ClusterUnavailableException($"The embedded cluster's own client could not start: {Encoding.UTF8.GetString(error).TrimEnd('\0')}.");
        }

        var cluster = MockMethods.ClusterNew(client, brokers);
        if (cluster == IntPtr.Zero)
        {
            MockMethods.ClientDestroy(client);
            throw new ClusterUnavailableException($"librdkafka could not start {brokers} mock brokers on loopback; free some ports or ask for fewer brokers.");
        }

        // The groups are ours alone: late members come within milliseconds, and whoever is told to move is to hear of it at once.
        MockMethods.ClusterSetRebalanceDelay(cluster, (int)GroupDelay.TotalMilliseconds);
        MockMethods.ClusterSetHeartbeatInterval(cluster, (int)GroupDelay.TotalMilliseconds);
        for (var broker = 1; broker <= brokers && roundTripTime > TimeSpan.Zero; broker++)
        {
            _ = MockMethods.BrokerSetRoundTripTime(cluster, broker, (int)roundTripTime.TotalMilliseconds);
        }

        return new MockCluster(client, cluster);
    }

    public Task CreateAsync(string topic, int partitions, CancellationToken cancellationToken)
    {
        Check(MockMethods.TopicCreate(_cluster, topic, partitions, 1), $"create topic '{topic}' with {partitions} partitions");
        return Task.CompletedTask;
    }

    public Task DeleteAsync(string topic, CancellationToken cancellationToken)
    {
        _ = MockMethods.TopicDelete(_cluster, topic);
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        if (_cluster != IntPtr.Zero)
        {
            MockMethods.ClusterDestroy(_cluster);
            MockMethods.ClientDestroy(_client);
            _cluster = IntPtr.Zero;
        }
    }

    private static void Check(int error, string what)
    {
        if (error != 0)
        {
            throw new InvalidOperationException($"The embedded cluster did not {what}: {Marshal.PtrToStringUTF8(MockMethods.ErrorText(error))}.");
        }
    }
}
