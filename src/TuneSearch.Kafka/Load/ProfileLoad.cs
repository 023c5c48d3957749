using System.Collections.Immutable;
using System.Globalization;
using Confluent.Kafka;
using TuneSearch.Core.Measurements.Delivery;
using TuneSearch.Core.Measurements.Latency;
using TuneSearch.Core.Workloads.Schedules;
using TuneSearch.Kafka.Load.Consuming;
using TuneSearch.Kafka.Load.Producing;

namespace TuneSearch.Kafka.Load;

/// <summary>One profile's clients and threads for one run.</summary>
internal sealed class ProfileLoad : IAsyncDisposable
{
    private readonly ProfilePlan _plan;
    private readonly RunContext _context;
    private readonly List<IConsumer<Ignore, Ignore>> _readers = [];
    private readonly List<ProducerRun> _producers = [];
    private ImmutableArray<ImmutableArray<ConsumerWorker>> _groups = [];
    private readonly CountdownEvent _assigned;
    private readonly ConnectionKeeper _connections;
    private readonly CancellationTokenSource _asides = new();
    private readonly List<Task> _reading = [];
    private Task _aside = Task.CompletedTask;
    private long _readUntil;

    public ProfileLoad(ProfilePlan plan, RunContext context)
    {
        _plan = plan;
        _context = context;
        Partitions = plan.Partitions(context.Request.Settings.Partitions);
        Topics = [.. Enumerable.Range(0, plan.Profile.Topics).Select(topic => Text($"{context.Request.Name}-{plan.Profile.Name}-{topic}"))];
        _assigned = new CountdownEvent(plan.Profile.ConsumerGroups * plan.Profile.ConsumersPerGroup);
        _connections = new ConnectionKeeper(plan, context);
    }

    /// <summary>Builds the clients, which is where a refused setting shows; nothing runs yet.</summary>
    public void Build()
    {
        _groups = [.. Enumerable.Range(0, _plan.Profile.ConsumerGroups).Select(BuildGroup)];
        for (var i = 0; i < _plan.Profile.Producers; i++)
        {
            _producers.Add(BuildProducer(i));
        }
    }

    public string Name => _plan.Profile.Name;

    public ProfilePlan Plan => _plan;

    public ImmutableArray<string> Topics { get; }

    public int Partitions { get; }

    /// <summary>Messages reported by the cluster so far.</summary>
    public long Reported => _producers.Sum(producer => producer.Recorder.Reported);

    /// <summary>Messages sent, and not failed, that the slowest group has not received so far.</summary>
    private long Unread => _producers.Sum(producer => producer.Worker.Taken - producer.Recorder.Failed) - _groups.Min(group => group.Sum(consumer => consumer.Consumed));

    /// <summary>Nanoseconds, summed over what was reported so far.</summary>
    public long LatencySum => _producers.Sum(producer => producer.Recorder.LatencySum);

    public IEnumerable<ProducerWorker> Producers => _producers.Select(producer => producer.Worker);

    public ConnectionKeeper Connections => _connections;

    public IEnumerable<ConsumerWorker> Consumers => _groups.SelectMany(group => group);

    public void StartReading()
    {
        foreach (var (consumer, index) in Consumers.Select((consumer, index) => (consumer, index)))
        {
            _reading.Add(Worker.Start(Text($"{Name} consumer {index}"), consumer.Run));
        }
    }

    /// <summary>Whether every consumer has been told its partitions.</summary>
    public bool IsAssigned => _assigned.IsSet;

    /// <summary>Opens the idle connections; they are part of the load, so before the first message.</summary>
    public Task ConnectAsync(CancellationToken cancellationToken) => _connections.OpenAsync(cancellationToken);

    /// <summary>Begins to send, to churn connections and to rebalance groups.</summary>
    public void StartSending()
    {
        _aside = Task.WhenAll(
            _connections.ChurnAsync(_asides.Token), RebalanceDriver.RunAsync(_plan, [.. Consumers], _context.Clock, _asides.Token));
        _producers.ForEach(producer => producer.Start());
    }

    /// <summary>Waits for the sending threads and then for every report, at most so long.</summary>
    public async Task FinishSendingAsync(TimeSpan maxDrain)
    {
        var sending = Task.WhenAll(_producers.Select(producer => producer.FinishAsync(maxDrain)));
        await _asides.CancelAsync();
        await Task.WhenAll(sending, AsideAsync());
    }

    /// <summary>Whether every group has received every measured message that was acknowledged; messages that came again do not count for others.</summary>
    public bool IsDrained => Settle().Lost == 0;

    public async Task StopReadingAsync()
    {
        _readUntil = _context.Clock.Now;
        foreach (var consumer in Consumers)
        {
            consumer.Stop();
        }

        await Task.WhenAll(_reading);
    }

    /// <summary>What was counted; after all threads have ended.</summary>
    public ProfileTally Tally()
    {
        var tally = new ProfileTally();
        foreach (var producer in _producers)
        {
            tally.Publish.Merge(producer.Recorder.Latency);
            tally.Sent += producer.Worker.Tally.Sent;
            tally.Acknowledged += producer.Recorder.AcknowledgedCount;
            tally.Errors += producer.Recorder.Errors.Total + producer.Worker.Tally.Refusals.Total;
            tally.HeldBack += producer.Worker.Tally.HeldBack.Count + producer.Worker.Tally.Unanswered.Count;
            tally.NotTaken += producer.Worker.Tally.NotTaken;

            // Left out, the slowest of all would make a configuration look quicker.
            foreach (var late in new[] { producer.Worker.Tally.HeldBack, producer.Worker.Tally.Unanswered })
            {
                tally.Publish.Merge(late);
                for (var group = 0; group < _plan.Profile.ConsumerGroups; group++)
                {
                    tally.EndToEnd.Merge(late);
                }
            }

            tally.AcknowledgedInWindow += producer.Recorder.InWindow;
            tally.AcknowledgedBytesInWindow += producer.Recorder.BytesInWindow;
        }

        foreach (var consumer in Consumers)
        {
            tally.EndToEnd.Merge(consumer.Latency);
            tally.ConsumedInWindow += consumer.InWindow;
            tally.ConsumedBytesInWindow += consumer.BytesInWindow;
        }

        tally.Settle(Settle(), _readUntil - _context.Window.End);
        return tally;
    }

    /// <summary>Ends all clients at once: each takes up to a tenth of a second to leave its group and its brokers.</summary>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_readers.Select(reader => ReaderClosing.CloseAsync(reader, _context.Errors.Note, _context.Clock.Time)).Concat(_producers.Select(producer => producer.DisposeAsync().AsTask())));
        _connections.Dispose();
        _asides.Dispose();
        _assigned.Dispose();
    }

    private async Task AsideAsync()
    {
        try
        {
            await _aside;
        }
        catch (OperationCanceledException) when (_asides.IsCancellationRequested)
        {
            // They end when they are told to.
        }
    }

    private DeliveryCounts Settle() => DeliveryLedger.Settle(
        [.. _producers.Select(producer => producer.Recorder.Acknowledged)],
        [.. _groups.Select(group => group.Select(consumer => consumer.Record).ToArray())]);

    private ProducerRun BuildProducer(int number)
    {
        var name = Text($"{_context.Request.Name}-{Name}-p{number}");
        var payloads = _plan.Payloads(number);
        var recorder = new ProducerRecorder(_context.Window, _context.Errors, _plan.Profile.Transactions is not null);
        var producer = _context.Clients.Producer(_plan.Profile, name);
        var client = new SendingClient(producer, Topics, payloads, recorder, _context);
        var backlog = new Backlog(_groups.IsEmpty ? null : _context.MostUnread(_plan), _context.Clock);
        backlog.Watch(() => Unread);
        return new ProducerRun(name, new ProducerTask(_plan, number, _context.Run, payloads, backlog), client, _context);
    }

    private ImmutableArray<ConsumerWorker> BuildGroup(int group) =>
        [.. Enumerable.Range(0, _plan.Profile.ConsumersPerGroup).Select(consumer => BuildConsumer(group, consumer))];

    private ConsumerWorker BuildConsumer(int group, int number)
    {
        var groupName = Text($"{_context.Request.Name}-{Name}-g{group}");
        var told = 0;
        var reader = _context.Clients.Consumer(_plan.Profile, groupName, Text($"{groupName}-c{number}"), _context.Errors, _context.Statistics, () =>
        {
            // Later assignments are rebalances.
            if (Interlocked.Exchange(ref told, 1) == 0)
            {
                _assigned.Signal();
            }
        });
        _readers.Add(reader);
        return new ConsumerWorker(reader, Topics, _plan.Profile.Commits, new DeliveryRecord(_plan.Profile.Producers), _context);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
