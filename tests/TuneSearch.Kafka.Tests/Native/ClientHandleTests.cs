using Confluent.Kafka;
using TuneSearch.Kafka.Native;
using TuneSearch.Testing.Requirements;

namespace TuneSearch.Kafka.Tests.Native;

[RequiresLibrdkafka]
public sealed class ClientHandleTests
{
    [RequiringFact]
    public void Of_ClientOfThePinnedVersion_IsLibrdkafkasOwn()
    {
        Librdkafka.EnsureLoaded();
        using var client = new ProducerBuilder<Null, Null>(new ProducerConfig { BootstrapServers = "127.0.0.1:1" }).SetLogHandler((_, _) => { }).Build();

        var queue = ClientMethods.MainQueue(ClientHandle.Of(client));

        queue.ShouldNotBe(IntPtr.Zero);
        ClientMethods.QueueDestroy(queue);
    }
}
