using System.Collections.Immutable;
using Confluent.Kafka;
using TuneSearch.Core.Measurements.Delivery;
using TuneSearch.Core.Measurements.Latency;
using TuneSearch.Core.Workloads;
using TuneSearch.Kafka.Native;

namespace TuneSearch.Kafka.Load.Consuming;

/// <summary>One consumer of one group, on a thread of its own.</summary>
internal sealed class ConsumerWorker(
    IConsumer<Ignore, Ignore> consumer, ImmutableArray<string> topics, CommitPolicy commits, DeliveryRecord record, RunContext context)
{
    private const int PollMilliseconds = 50;

    private readonly MeasuringWindow _window = context.Window;
    private long _consumed;
    private int _uncommitted;
    private volatile bool _rejoin;
    private volatile bool _stop;

    public LogLinearHistogram Latency { get; } = new();

    public DeliveryRecord Record => record;

    public long InWindow { get; private set; }

    public long BytesInWindow { get; private set; }

    /// <summary>Messages received so far; any thread may read it.</summary>
    public long Consumed => Volatile.Read(ref _consumed);

    /// <summary>Makes the consumer leave its group and join again: a rebalance for all of the group.</summary>
    public void Rejoin() => _rejoin = true;

    public void Stop() => _stop = true;

    /// <summary>The thread's work; returns after <see cref="Stop"/>.</summary>
    public void Run()
    {
        using var reader = new MessageReader(ClientHandle.Of(consumer));
        consumer.Subscribe(topics);
        while (!_stop)
        {
            try
            {
                if (_rejoin)
                {
                    _rejoin = false;
                    consumer.Unsubscribe();
                    consumer.Subscribe(topics);
                }

                Read(reader);
            }
            catch (KafkaException e)
            {
                context.Errors.Note(e.Error);
            }
        }
    }

    private void Read(MessageReader reader)
    {
        // A commit takes the position of what was fetched: never more than is to be committed.
        var most = commits.Mode == CommitMode.EveryMessages ? Math.Min(MessageReader.AtATime, commits.Messages - _uncommitted) : MessageReader.AtATime;
        var count = reader.Fetch(PollMilliseconds, most);
        if (count == 0)
        {
            return;
        }

        var now = context.Clock.Now;
        var taken = 0;
        for (var i = 0; i < count; i++)
        {
            taken += Take(reader, i, now);
        }

        reader.Release();
        Volatile.Write(ref _consumed, _consumed + taken);
        _uncommitted += taken;
        if (commits.Mode == CommitMode.EveryMessages && _uncommitted >= commits.Messages)
        {
            _uncommitted = 0;
            consumer.Commit();
        }
    }

    private int Take(MessageReader reader, int index, long now)
    {
        if (!reader.TryRead(index, out var stamp, out var partition, out var bytes))
        {
            if (reader.ErrorOf(index) is { } error)
            {
                context.Errors.Note(error);
            }

            return 0;
        }

        if (stamp.Run != context.Run)
        {
            return 0;
        }

        if (_window.Contains(now))
        {
            InWindow++;
            BytesInWindow += bytes;
        }

        if (_window.Contains(stamp.Intended))
        {
            Latency.Record(now - stamp.Intended);
            record.Add(stamp.Producer, stamp.Topic, partition, stamp.Sequence);
        }

        return 1;
    }
}
