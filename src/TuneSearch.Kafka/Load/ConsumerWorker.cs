using System.Collections.Immutable;
using Confluent.Kafka;
using TuneSearch.Core.Measurements.Delivery;
using TuneSearch.Core.Measurements.Latency;
using TuneSearch.Core.Workloads;
using TuneSearch.Core.Workloads.Schedules;

namespace TuneSearch.Kafka.Load;

/// <summary>One consumer of one group, on a thread of its own.</summary>
internal sealed class ConsumerWorker(
    IConsumer<Ignore, MessageStamp> consumer, ImmutableArray<string> topics, CommitPolicy commits, uint run, DeliveryRecord record,
    MonotonicClock clock, MeasuringWindow window, ClientErrors errors)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);

    private long _consumed;
    private int _uncommitted;
    private volatile bool _rejoin;
    private volatile bool _stop;

    public LogLinearHistogram Latency { get; } = new();

    public DeliveryRecord Record => record;

    public long InWindow { get; private set; }

    /// <summary>Messages received so far; any thread may read it.</summary>
    public long Consumed => Volatile.Read(ref _consumed);

    /// <summary>Makes the consumer leave its group and join again: a rebalance for all of the group.</summary>
    public void Rejoin() => _rejoin = true;

    public void Stop() => _stop = true;

    /// <summary>The thread's work; returns after <see cref="Stop"/>.</summary>
    public void Run()
    {
        consumer.Subscribe(topics);
        while (!_stop)
        {
            if (_rejoin)
            {
                _rejoin = false;
                consumer.Unsubscribe();
                consumer.Subscribe(topics);
            }

            try
            {
                if (consumer.Consume(Poll) is { } result)
                {
                    Take(result);
                }
            }
            catch (KafkaException e)
            {
                errors.Note(e.Error);
            }
        }
    }

    private void Take(ConsumeResult<Ignore, MessageStamp> result)
    {
        var stamp = result.Message.Value;
        if (stamp.Run != run)
        {
            return;
        }

        var now = clock.Now;
        InWindow += window.Contains(now) ? 1 : 0;
        if (window.Contains(stamp.Intended))
        {
            Latency.Record(now - stamp.Intended);
            record.Add(stamp.Producer, stamp.Topic, result.Partition.Value, stamp.Sequence);
        }

        Volatile.Write(ref _consumed, _consumed + 1);
        if (commits.Mode == CommitMode.EveryMessages && ++_uncommitted >= commits.Messages)
        {
            _uncommitted = 0;
            consumer.Commit();
        }
    }
}
