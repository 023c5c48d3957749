using System.Reflection;
using System.Runtime.InteropServices;
using Confluent.Kafka;

namespace TuneSearch.Kafka.Native;

/// <summary>Finds librdkafka's own handle (rd_kafka_t) within a client of Confluent.Kafka.</summary>
/// <remarks>
/// Confluent.Kafka builds, configures and closes the clients; the messages themselves go past it, for it allocates several objects for
/// each. It keeps the handle to itself, hence the look inside, once a client. A test holds the pinned version to it.
/// </remarks>
internal static class ClientHandle
{
    private const string Property = "LibrdkafkaHandle";

    /// <summary>Valid until the client is disposed.</summary>
    public static IntPtr Of(IClient client) =>
        typeof(Handle).GetProperty(Property, BindingFlags.Instance | BindingFlags.NonPublic)?.GetValue(client.Handle) is SafeHandle { IsInvalid: false } handle
            ? handle.DangerousGetHandle()
            : throw new NotSupportedException(
                $"Confluent.Kafka {typeof(Handle).Assembly.GetName().Version} keeps no {Property} in its {nameof(Handle)}, as 2.15.1 does; restore the version that Directory.Packages.props names.");
}
