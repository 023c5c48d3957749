using TuneSearch.Core.Measurements.Delivery;
using TuneSearch.Core.Measurements.Health;
using TuneSearch.Core.Workloads.Schedules;

namespace TuneSearch.Kafka.Load.Producing;

/// <summary>One producer of one profile, on a thread of its own: sends each message of the plan at its intended time, or as the loop lets it.</summary>
internal sealed class ProducerWorker(ProducerTask task, SendingClient client, RunContext context)
{
    /// <summary>How long after the window an open loop may still catch up before what is left counts as unsent.</summary>
    private const long CatchUp = 500_000_000;

    private readonly MonotonicClock _clock = context.Clock;
    private readonly MeasuringWindow _window = context.Window;
    private readonly CancellationToken _stop = context.Stop;
    private readonly Action<long>? _beforeSend = context.Options.BeforeSend;
    private readonly Pacer _pacer = new(context.Clock, context.Options.PacingQuantum.Ticks * TimeSpan.NanosecondsPerTick, context.Stop);
    private readonly MessageBatch _batch = client.Batch;
    private readonly ProducerRecorder _recorder = client.Recorder;
    private readonly TransactionCycle? _transactions =
        task.Plan.Profile.Transactions is null ? null : new(task, client.Client, context.Errors);
    private ScheduleLag _lag;
    private Phase _phase;
    private long _sequence;
    private long _taken;
    private long _lastIntended;

    public SendingTally Tally { get; } = new();

    public ProducerRecorder Recorder => _recorder;

    /// <summary>
    /// Whether the sending thread takes the reports itself, between two batches: a closed loop waits for nothing else, and a second
    /// thread would only fight it for the client's locks. Otherwise another thread must, all the time.
    /// </summary>
    public bool TakesReports => task.Plan.Outstanding is not null && _transactions is null;

    /// <summary>Messages of aborted transactions; null without transactions.</summary>
    public SequenceSet? Withdrawn => _transactions?.Withdrawn;

    /// <summary>Messages that the client has taken so far; any thread may read it.</summary>
    public long Taken => Volatile.Read(ref _taken);

    /// <summary>The thread's work; returns when the window has ended or the run is stopped.</summary>
    public void Run()
    {
        _batch.Open();
        _transactions?.Begin();
        RunPhase(Phase.WarmUp, _clock.Now);
        if (!_stop.IsCancellationRequested)
        {
            var before = SendingThread.ProcessorTime;
            RunPhase(Phase.Measure, _window.Start);
            Tally.ProcessorTime = SendingThread.ProcessorTime - before;
        }

        _transactions?.Close();
    }

    private long PhaseEnd => _phase == Phase.WarmUp ? _window.Start : _window.End;

    private void RunPhase(Phase phase, long origin)
    {
        _phase = phase;
        var messages = task.Plan.Messages(task.Number, phase, task.Payloads);
        if (messages.IsClosedLoop)
        {
            RunClosed(messages, origin);
        }
        else
        {
            RunOpen(messages, origin);
        }

        _batch.Clear();
    }

    private void RunOpen(MessageSchedule messages, long origin)
    {
        while (!_stop.IsCancellationRequested)
        {
            var planned = messages.Next();
            var intended = origin + (long)(planned.Seconds * 1e9);
            var now = WaitFor(intended);
            if (intended >= PhaseEnd || (_phase == Phase.WarmUp && now >= PhaseEnd))
            {
                // Behind in the warm-up: the measured arrivals begin on time, with nothing owed.
                HandOver();
                return;
            }

            if (_phase == Phase.Measure && now - _window.End > CatchUp)
            {
                HandOver();
                CountUnsent(messages, origin, intended);
                return;
            }

            _beforeSend?.Invoke(_sequence);
            var late = _lag.Sent(_clock.Now - intended);
            if (_phase == Phase.Measure)
            {
                Tally.GeneratorLag.Record(late);
            }

            Add(planned, intended);
        }
    }

    /// <summary>Returns the time, when the moment or the end of the phase has come; what is gathered goes out before the thread sleeps.</summary>
    private long WaitFor(long intended)
    {
        var now = _clock.Now;
        if (intended > now)
        {
            HandOver();
        }

        while (intended > now && now < PhaseEnd && !_stop.IsCancellationRequested)
        {
            now = _pacer.WaitTowards(Math.Min(intended, PhaseEnd));
        }

        return now;
    }

    /// <param name="intended">Of the first that was not sent.</param>
    private void CountUnsent(MessageSchedule messages, long origin, long intended)
    {
        // Whoever made more of the delay left them unsent, cluster or generator.
        var now = _clock.Now;
        var isHeldBack = _lag.Sent(now - _window.End) <= (now - _window.End) / 2;
        for (; intended < _window.End; intended = origin + (long)(messages.Next().Seconds * 1e9))
        {
            if (isHeldBack)
            {
                Tally.HeldBack.Record(now - intended);
            }
            else
            {
                Tally.Unsent++;
            }
        }
    }

    private void RunClosed(MessageSchedule messages, long origin)
    {
        var outstanding = task.Plan.Outstanding!.Value;
        while (!_stop.IsCancellationRequested)
        {
            var free = outstanding - (_taken - _recorder.Reported);
            var count = free > 0 ? Math.Min(Math.Min(free, MessageBatch.Capacity), task.Backlog.Room()) : 0;
            if (count <= 0)
            {
                // A few at a time: waking for each report would cost a switch between threads for each message.
                WaitForReports(Math.Max(1, outstanding / 8));
            }

            var now = _clock.Now;
            if (now >= PhaseEnd)
            {
                return;
            }

            for (var i = 0; i < count; i++)
            {
                var planned = messages.Next((now - origin) / 1e9);
                var allowed = origin + (long)(planned.Seconds * 1e9);
                if (allowed > now && (now = HoldUntil(allowed)) >= PhaseEnd)
                {
                    return;
                }

                _beforeSend?.Invoke(_sequence);
                Add(planned, now);
            }

            HandOver();
            if (TakesReports)
            {
                client.Reports.Serve(0);
            }
        }
    }

    /// <summary>Waits where the customer's plan is used up; returns the time, at the moment or when the phase has ended.</summary>
    private long HoldUntil(long allowed)
    {
        HandOver();
        var now = _clock.Now;
        while (now < allowed && now < PhaseEnd && !_stop.IsCancellationRequested)
        {
            if (TakesReports && allowed - now > Pacer.Millisecond)
            {
                client.Reports.Serve(1);
                now = _clock.Now;
            }
            else
            {
                now = _pacer.WaitTowards(Math.Min(allowed, PhaseEnd));
            }
        }

        return now;
    }

    private void Add(PlannedMessage planned, long intended)
    {
        if (!_batch.Fits(planned))
        {
            HandOver();
        }

        _lastIntended = intended;
        _batch.Add(planned, new MessageStamp(intended, _sequence++, (ushort)task.Number, (ushort)planned.Topic, task.Run));
        if (_transactions is not null)
        {
            // One by one: a transaction ends after a given message.
            HandOver();
            var before = _clock.Now;
            _transactions.AfterSend();
            _lag.Blocked(_clock.Now - before);
        }
    }

    /// <summary>Hands what is gathered to the client, waiting where its queue is full; that time is the cluster's doing.</summary>
    private void HandOver()
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

    private void GiveUp(long now)
    {
        for (var i = 0; i < _batch.Count && _phase == Phase.Measure; i++)
        {
            // None of them waited less than the last.
            Tally.HeldBack.Record(now - _lastIntended);
        }

        _batch.Clear();
    }

    private void Count(BatchResult result)
    {
        if (_phase == Phase.Measure)
        {
            Tally.Sent += result.Taken;
        }

        if (result.Refused > 0)
        {
            var error = new Confluent.Kafka.Error((Confluent.Kafka.ErrorCode)result.Error);
            context.Errors.Note(error);
            if (_phase == Phase.Measure)
            {
                Tally.Refusals.Add(error.Code, result.Refused);
            }
        }
    }

    private void WaitForReports(long count)
    {
        if (TakesReports)
        {
            client.Reports.Serve(1);
        }
        else
        {
            _recorder.WaitForReports(count);
        }
    }
}
