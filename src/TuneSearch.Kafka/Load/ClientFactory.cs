using System.Globalization;
using Confluent.Kafka;
using TuneSearch.Core.Workloads;
using TuneSearch.Kafka.Load.Producing;
using TuneSearch.Kafka.Native;

namespace TuneSearch.Kafka.Load;

/// <summary>Builds the clients of a run: what the load needs, then the connection's settings, then the configuration's, which win.</summary>
/// <remarks>A refused setting is an <see cref="ArgumentException"/> or <see cref="InvalidOperationException"/> with librdkafka's words.</remarks>
/// <param name="statisticsInterval">How often clients report on themselves; zero for never.</param>
internal sealed class ClientFactory(LoadTarget target, ClientSettings settings, TimeSpan statisticsInterval)
{
    /// <summary>A producer whose events, errors and statistics among them, are a <see cref="ReportPump"/>'s to take: nothing else does.</summary>
    public IProducer<Null, Null> Producer(Profile profile, string name)
    {
        var config = new ProducerConfig
        {
            BootstrapServers = target.BootstrapServers,
            ClientId = name,
            Acks = (Acks)profile.Acks,
            StatisticsIntervalMs = StatisticsMilliseconds,
            EnableBackgroundPoll = false,
            // Reports come as events, a produce response's worth at a time, and not to a handler that makes an object of each.
            EnableDeliveryReports = false,
        };
        config.Set("enabled_events", ClientMethods.DeliveryReports.ToString(CultureInfo.InvariantCulture));
        if (profile.Transactions is not null)
        {
            config.TransactionalId = name;
        }

        Add(config, target.Client);
        Add(config, settings.Producer);
        return new ProducerBuilder<Null, Null>(config)
            .SetLogHandler((_, _) => { })
            .Build();
    }

    public IConsumer<Ignore, Ignore> Consumer(Profile profile, string group, string name, ClientErrors errors, StatisticsChannel statistics, Action assigned)
    {
        var config = new ConsumerConfig
        {
            BootstrapServers = target.BootstrapServers,
            ClientId = name,
            GroupId = group,
            AutoOffsetReset = AutoOffsetReset.Earliest,
            EnableAutoCommit = profile.Commits.Mode == CommitMode.Periodic,
            IsolationLevel = profile.Transactions is null ? IsolationLevel.ReadUncommitted : IsolationLevel.ReadCommitted,
            StatisticsIntervalMs = StatisticsMilliseconds,
        };
        if (profile.Commits.Mode == CommitMode.Periodic)
        {
            config.Set("auto.commit.interval.ms", ((int)profile.Commits.Interval.TotalMilliseconds).ToString(CultureInfo.InvariantCulture));
        }

        Add(config, target.Client);
        Add(config, target.Consumer);
        Add(config, settings.Consumer);
        return new ConsumerBuilder<Ignore, Ignore>(config)
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
