using System.Globalization;
using Confluent.Kafka;
using TuneSearch.Core.Workloads;
using TuneSearch.Core.Workloads.Schedules;

namespace TuneSearch.Kafka.Load;

/// <summary>Builds the clients of a run: what the load needs, then the connection's settings, then the configuration's, which win.</summary>
/// <remarks>A refused setting is an <see cref="ArgumentException"/> or <see cref="InvalidOperationException"/> with librdkafka's words.</remarks>
/// <param name="statisticsInterval">How often clients report on themselves; zero for never.</param>
internal sealed class ClientFactory(LoadTarget target, ClientSettings settings, TimeSpan statisticsInterval)
{
    /// <param name="format">The sending thread's own.</param>
    public IProducer<int, Outgoing> Producer(Profile profile, string name, MessageFormat format, ClientErrors errors, StatisticsChannel statistics)
    {
        var config = new ProducerConfig
        {
            BootstrapServers = target.BootstrapServers,
            ClientId = name,
            // Reports carry the message back; the error is always with it, and the rest would be copied for nothing.
            DeliveryReportFields = "value",
            Acks = (Acks)profile.Acks,
            StatisticsIntervalMs = StatisticsMilliseconds,
            // Without statistics nothing is sent either: such a client is built to see whether it can be, and is gone faster without its polling thread.
            EnableBackgroundPoll = statisticsInterval > TimeSpan.Zero,
        };
        if (profile.Transactions is not null)
        {
            config.TransactionalId = name;
        }

        Add(config, target.Client);
        Add(config, settings.Producer);
        return new ProducerBuilder<int, Outgoing>(config)
            .SetKeySerializer(format)
            .SetValueSerializer(format)
            .SetLogHandler((_, _) => { })
            .SetErrorHandler((_, error) => errors.Note(error))
            .SetStatisticsHandler((_, json) => statistics.Offer(json))
            .Build();
    }

    public IConsumer<Ignore, MessageStamp> Consumer(Profile profile, string group, string name, ClientErrors errors, StatisticsChannel statistics, Action assigned)
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
            StatisticsIntervalMs = StatisticsMilliseconds,
        };
        if (profile.Commits.Mode == CommitMode.Periodic)
        {
            config.Set("auto.commit.interval.ms", ((int)profile.Commits.Interval.TotalMilliseconds).ToString(CultureInfo.InvariantCulture));
        }

        Add(config, target.Client);
        Add(config, target.Consumer);
        Add(config, settings.Consumer);
        return new ConsumerBuilder<Ignore, MessageStamp>(config)
            .SetKeyDeserializer(Deserializers.Ignore)
            .SetValueDeserializer(new MessageFormat())
            .SetLogHandler((_, _) => { })
            .SetErrorHandler((_, error) => errors.Note(error))
            .SetStatisticsHandler((_, json) => statistics.Offer(json))
            .SetPartitionsAssignedHandler((_, _) => assigned())
            .Build();
    }

    /// <summary>Twice an episode, so that one report at least lies within the window; never above once in 100 ms, for a report costs about one.</summary>
    private int StatisticsMilliseconds => statisticsInterval == TimeSpan.Zero ? 0 : (int)Math.Clamp(statisticsInterval.TotalMilliseconds / 2, 100, 10_000);

    private static void Add(ClientConfig config, IEnumerable<KeyValuePair<string, string>> settings)
    {
        foreach (var (name, value) in settings)
        {
            config.Set(name, value);
        }
    }
}
