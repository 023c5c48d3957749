using Confluent.Kafka;
using TuneSearch.Core.Workloads.Schedules;
using TuneSearch.Kafka.Native;

namespace TuneSearch.Kafka.Load.Producing;

/// <summary>One producer: Confluent.Kafka's client, and the two ways by which messages and their reports go past it.</summary>
internal sealed class SendingClient : IDisposable
{
    private readonly IProducer<Null, Null> _client;

    public SendingClient(IProducer<Null, Null> client, IReadOnlyList<string> topics, PayloadPool payloads, ProducerRecorder recorder, RunContext context)
    {
        _client = client;
        var handle = ClientHandle.Of(client);
        Batch = new MessageBatch(handle, topics, payloads);
        Reports = new ReportPump(handle, recorder, context.Clock, context.Errors, context.Statistics);
        Recorder = recorder;
    }

    public IProducer<Null, Null> Client => _client;

    public MessageBatch Batch { get; }

    public ReportPump Reports { get; }

    public ProducerRecorder Recorder { get; }

    /// <summary>In this order: librdkafka waits for what was taken of a client before the client may go.</summary>
    public void Dispose()
    {
        Reports.Dispose();
        Batch.Dispose();
        _client.Dispose();
    }
}
