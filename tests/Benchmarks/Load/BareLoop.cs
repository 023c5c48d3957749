using System.Diagnostics;
using Confluent.Kafka;
using TuneSearch.Kafka.Clusters.Embedded;
using ErrorCode = Confluent.Kafka.ErrorCode;

namespace TuneSearch.Benchmarks.Load;

/// <summary>What anyone would write first: a Produce loop that counts acknowledgements, and nothing else.</summary>
internal static class BareLoop
{
    /// <summary>librdkafka's default for queue.buffering.max.messages.</summary>
    public const int QueueMessages = 100_000;

    public const int Partitions = 3;

    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(500);

    public static Rate Measure(TimeSpan length, int size, BareReports reports)
    {
        var withReports = reports == BareReports.Handled;
        using var brokers = MockCluster.Start(1, TimeSpan.Zero);
        brokers.CreateAsync("bare", Partitions, default).GetAwaiter().GetResult();
        var config = new ProducerConfig { BootstrapServers = brokers.BootstrapServers, EnableDeliveryReports = reports != BareReports.Off };
        using var producer = new ProducerBuilder<Null, byte[]>(config).SetLogHandler((_, _) => { }).Build();
        var payload = new byte[size];
        var message = new Message<Null, byte[]> { Value = payload };
        var acknowledged = 0L;
        Action<DeliveryReport<Null, byte[]>>? handler = withReports ? report => acknowledged += report.Error.IsError ? 0 : 1 : null;
        Send(producer, message, handler, WarmUp);
        var before = Volatile.Read(ref acknowledged);
        var processor = Environment.CpuUsage.TotalTime;
        var start = Stopwatch.GetTimestamp();
        double messages = Send(producer, message, handler, length);
        if (withReports)
        {
            messages = Volatile.Read(ref acknowledged) - before;
        }
        else
        {
            producer.Flush(TimeSpan.FromSeconds(30));
        }

        return new Rate(messages / Stopwatch.GetElapsedTime(start).TotalSeconds, (Environment.CpuUsage.TotalTime - processor).TotalMicroseconds / messages);
    }

    private static long Send(IProducer<Null, byte[]> producer, Message<Null, byte[]> message, Action<DeliveryReport<Null, byte[]>>? handler, TimeSpan length)
    {
        var start = Stopwatch.GetTimestamp();
        var sent = 0L;
        while (Stopwatch.GetElapsedTime(start) < length)
        {
            try
            {
                producer.Produce("bare", message, handler);
                sent++;
            }
            catch (ProduceException<Null, byte[]> e) when (e.Error.Code == ErrorCode.Local_QueueFull)
            {
                Thread.Sleep(1);
            }
        }

        return sent;
    }
}
