using TuneSearch.Core.Measurements.Health;
using TuneSearch.Core.Workloads.Schedules;

namespace TuneSearch.Kafka.Load.Producing;

/// <summary>A producer's way to the client: stamps messages, gathers them into batches, hands these over and waits where the client's queue is full.</summary>
/// <remarks>Lives on the sending thread.</remarks>
/// <param name="transactions">Null without.</param>
internal sealed class MessageOutlet(ProducerTask task, SendingClient client, TransactionCycle? transactions, SendingTally tally, RunContext context)
{
    /// <summary>How long after the window, in nanoseconds, an open loop may still catch up before what is left counts as not sent.</summary>
    public const long CatchUp = 500_000_000;

    private readonly MonotonicClock _clock = context.Clock;
    private readonly MeasuringWindow _window = context.Window;
    private readonly CancellationToken _stop = context.Stop;
    private readonly Action<long>? _beforeSend = context.Options.BeforeSend;
    private readonly MessageBatch _batch = client.Batch;
    private readonly ProducerRecorder _recorder = client.Recorder;
    private readonly ReportPump _reports = client.Reports;
    private ScheduleLag _lag;
    private Phase _phase;
    private long _sequence;
    private long _taken;
    private long _lastIntended;

    /// <summary>
    /// Whether the sending thread takes the reports itself, between two batches: a closed loop waits for nothing else, and a second
    /// thread would only fight it for the client's locks. Otherwise another thread must, all the time.
    /// </summary>
    public bool TakesReports { get; } = task.Plan.Outstanding is not null && transactions is null;

    /// <summary>Messages that the client has taken so far; any thread may read it.</summary>
    public long Taken => Volatile.Read(ref _taken);

    /// <summary>Messages that the client has taken and not yet reported.</summary>
    public long Outstanding => _taken - _recorder.Reported;

    public Phase Phase => _phase;

    /// <summary>When the phase ends; far away while the warm-up's end is not known.</summary>
    public long PhaseEnd => _phase == Phase.WarmUp ? _window.Start : _window.End;

    public void Open() => _batch.Open();

    public void Begin(Phase phase) => _phase = phase;

    /// <summary>Forgets what is gathered.</summary>
    public void Clear() => _batch.Clear();

    /// <summary>Tells that the next message is about to go out so late; returns the generator's own part of it.</summary>
    public long Late(long nanoseconds) => _lag.Sent(nanoseconds);

    /// <summary>Called right before a message's lateness is taken.</summary>
    public void Announce() => _beforeSend?.Invoke(_sequence);

    public void Add(PlannedMessage planned, long intended)
    {
        if (!_batch.Fits(planned))
        {
            HandOver();
        }

        _lastIntended = intended;
        _batch.Add(planned, new MessageStamp(intended, _sequence++, (ushort)task.Number, (ushort)planned.Topic, task.Run));
        if (transactions is not null)
        {
            // One by one: a transaction ends after a given message.
            HandOver();
            var before = _clock.Now;
            transactions.AfterSend();
            _lag.Blocked(_clock.Now - before);
        }
    }

    /// <summary>Hands what is gathered to the client, waiting where its queue is full; that time is the cluster's doing.</summary>
    public void HandOver()
    {
        while (_batch.Count > 0 && !_stop.IsCancellationRequested)
        {
            var result = _batch.Produce();
            Volatile.Write(ref _taken, _taken + result.Taken);
            Count(result);
            if (_batch.Count == 0)
            {
                return;
            }

            var before = _clock.Now;
            WaitForReports(1);
            var now = _clock.Now;
            _lag.Blocked(now - before);
            if (now - _window.End > CatchUp)
            {
                GiveUp(now);
            }
        }
    }

    /// <summary>Takes a report where this thread does, and returns after a millisecond at most; else waits until another thread has taken so many.</summary>
    public void WaitForReports(long count)
    {
        if (TakesReports)
        {
            _reports.Serve(1);
        }
        else
        {
            _recorder.WaitForReports(count);
        }
    }

    /// <summary>Takes the reports that are there, where this thread does.</summary>
    public void TakeReports()
    {
        if (TakesReports)
        {
            _reports.Serve(0);
        }
    }

    private void GiveUp(long now)
    {
        for (var i = 0; i < _batch.Count && _phase == Phase.Measure; i++)
        {
            // None of them waited less than the last.
            tally.HeldBack.Record(now - _lastIntended);
        }

        _batch.Clear();
    }

    private void Count(BatchResult result)
    {
        if (_phase == Phase.Measure)
        {
            tally.Sent += result.Taken;
        }

        if (result.Refused > 0)
        {
            var error = new Confluent.Kafka.Error((Confluent.Kafka.ErrorCode)result.Error);
            context.Errors.Note(error);
            if (_phase == Phase.Measure)
            {
                tally.Refusals.Add(error.Code, result.Refused);
            }
        }
    }
}
