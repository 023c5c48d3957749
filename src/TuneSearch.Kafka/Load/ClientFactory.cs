using System.Globalization;
using Confluent.Kafka;
using TuneSearch.Core.Workloads;
using TuneSearch.Core.Workloads.Schedules;

namespace TuneSearch.Kafka.Load;

/// <summary>Builds the clients of a run: what the load needs, then the connection's settings, then the configuration's, which win.</summary>
/// <remarks>A refused setting is an <see cref="ArgumentException"/> or <see cref="InvalidOperationException"/> with librdkafka's words.</remarks>
internal sealed class ClientFactory(LoadTarget target, ClientSettings settings)
{
    public IProducer<int, Outgoing> Producer(Profile profile, string name, ClientErrors errors)
    {
        var config = new ProducerConfig
        {
            BootstrapServers = target.BootstrapServers,
            ClientId = name,
            // Reports carry back the message itself and whether it arrived; the rest would be copied for nothing.
            DeliveryReportFields = "value,status",
            Acks = (Acks)profile.Acks,
        };
        if (profile.Transactions is not null)
        {
            config.TransactionalId = name;
        }

        Add(config, target.Client);
        Add(config, settings.Producer);
        var format = new MessageFormat();
        return new ProducerBuilder<int, Outgoing>(config)
            .SetKeySerializer(format)
            .SetValueSerializer(format)
            .SetLogHandler((_, _) => { })
            .SetErrorHandler((_, error) => errors.Note(error))
            .Build();
    }

    public IConsumer<Ignore, MessageStamp> Consumer(Profile profile, string group, string name, ClientErrors errors, Action assigned)
    {
        var config = new ConsumerConfig
        {
            BootstrapServers = target.BootstrapServers,
            ClientId = name,
            GroupId = group,
            AutoOffsetReset = AutoOffsetReset.Earliest,
            EnableAutoCommit = profile.Commits.Mode == CommitMode.Periodic,
            IsolationLevel = profile.Transactions is null ? IsolationLevel.ReadUncommitted : IsolationLevel.ReadCommitted,
            ConsumeResultFields = "none",
        };
        if (profile.Commits.Mode == CommitMode.Periodic)
        {
            config.Set("auto.commit.interval.ms", ((int)profile.Commits.Interval.TotalMilliseconds).ToString(CultureInfo.InvariantCulture));
        }

        Add(config, target.Client);
        Add(config, settings.Consumer);
        return new ConsumerBuilder<Ignore, MessageStamp>(config)
            .SetKeyDeserializer(Deserializers.Ignore)
            .SetValueDeserializer(new MessageFormat())
            .SetLogHandler((_, _) => { })
            .SetErrorHandler((_, error) => errors.Note(error))
            .SetPartitionsAssignedHandler((_, _) => assigned())
            .Build();
    }

    private static void Add(ClientConfig config, IEnumerable<KeyValuePair<string, string>> settings)
    {
        foreach (var (name, value) in settings)
        {
            config.Set(name, value);
        }
    }
}
