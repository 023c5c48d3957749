using Confluent.Kafka;
using TuneSearch.Core.Measurements.Delivery;
using TuneSearch.Core.Measurements.Health;
using TuneSearch.Core.Measurements.Latency;
using TuneSearch.Core.Workloads.Schedules;

namespace TuneSearch.Kafka.Load;

/// <summary>One producer of one profile, on a thread of its own: sends each message of the plan at its intended time, or as the loop lets it.</summary>
internal sealed class ProducerWorker(
    ProducerTask task, IProducer<int, Outgoing> producer, ProducerRecorder recorder, MonotonicClock clock, MeasuringWindow window,
    ClientErrors errors, LoadOptions options, CancellationToken stop)
{
    /// <summary>How long after the window an open loop may still catch up before what is left counts as unsent.</summary>
    private const long CatchUp = 500_000_000;

    private readonly Pacer _pacer = new(clock, options.PacingQuantum.Ticks * TimeSpan.NanosecondsPerTick, stop);
    private readonly Message<int, Outgoing> _message = new() { Headers = [] };
    private readonly TransactionCycle? _transactions = task.Plan.Profile.Transactions is null ? null : new(task, producer, errors);
    private ScheduleLag _lag;
    private long _sequence;
    private long _processorTimeAtStart;

    /// <summary>How late the generator itself sent, open loop only.</summary>
    public LogLinearHistogram GeneratorLag { get; } = new();

    public ProducerRecorder Recorder => recorder;

    /// <summary>Messages of aborted transactions; null without transactions.</summary>
    public SequenceSet? Withdrawn => _transactions?.Withdrawn;

    /// <summary>Messages that the client has taken so far; any thread may read it.</summary>
    public long Taken => Volatile.Read(ref _sequence);

    /// <summary>Messages of the measured phase handed to the client.</summary>
    public long Sent { get; private set; }

    /// <summary>Measured messages that the client refused to take.</summary>
    public long Refused { get; private set; }

    /// <summary>Measured messages of the plan that the generator did not come to send.</summary>
    public long Unsent { get; private set; }

    /// <summary>Processor time of the sending thread within the measured phase, nanoseconds.</summary>
    public long ProcessorTime { get; private set; }

    /// <summary>The thread's work; returns when the window has ended or the run is stopped.</summary>
    public void Run()
    {
        _transactions?.Begin();
        RunPhase(Phase.WarmUp, clock.Now);
        if (!stop.IsCancellationRequested)
        {
            _processorTimeAtStart = SendingThread.ProcessorTime;
            RunPhase(Phase.Measure, window.Start);
            ProcessorTime = SendingThread.ProcessorTime - _processorTimeAtStart;
        }

        _transactions?.Close();
    }

    private void RunPhase(Phase phase, long origin)
    {
        var messages = task.Plan.Messages(task.Number, phase, task.Payloads);
        if (messages.IsClosedLoop)
        {
            RunClosed(phase, messages);
        }
        else
        {
            RunOpen(phase, messages, origin);
        }
    }

    private long EndOf(Phase phase) => phase == Phase.WarmUp ? window.Start : window.End;

    private void RunOpen(Phase phase, MessageSchedule messages, long origin)
    {
        while (!stop.IsCancellationRequested)
        {
            var planned = messages.Next();
            var intended = origin + (long)(planned.Seconds * 1e9);
            var now = clock.Now;
            while (intended > now && intended < EndOf(phase) && !stop.IsCancellationRequested)
            {
                now = _pacer.WaitTowards(Math.Min(intended, EndOf(phase)));
            }

            if (intended >= EndOf(phase))
            {
                return;
            }

            if (phase == Phase.WarmUp && now >= EndOf(phase))
            {
                // Behind in the warm-up: the measured arrivals begin on time, with nothing owed.
                return;
            }

            if (phase == Phase.Measure && now - window.End > CatchUp)
            {
                CountUnsent(messages, origin);
                return;
            }

            options.BeforeSend?.Invoke(_sequence);
            var late = _lag.Sent(clock.Now - intended);
            if (phase == Phase.Measure)
            {
                GeneratorLag.Record(late);
            }

            Send(planned, intended, phase);
        }
    }

    private void CountUnsent(MessageSchedule messages, long origin)
    {
        var left = 1L;
        while (origin + (long)(messages.Next().Seconds * 1e9) < window.End)
        {
            left++;
        }

        // Where the cluster held the generator up to the last, what is left was refused, not left unsent.
        if (_lag.Sent(clock.Now - window.End) == 0)
        {
            Refused += left;
        }
        else
        {
            Unsent += left;
        }
    }

    private void RunClosed(Phase phase, MessageSchedule messages)
    {
        var outstanding = task.Plan.Outstanding!.Value;
        var reported = recorder.Reported;
        while (!stop.IsCancellationRequested)
        {
            // The counter is the polling thread's: it is looked at only when what is known of it does not allow another message.
            while ((_sequence - reported >= outstanding && _sequence - (reported = recorder.Reported) >= outstanding) || !task.Backlog.MaySend(_sequence))
            {
                recorder.WaitForReports(Math.Max(1, outstanding / 8));
                if (clock.Now >= EndOf(phase))
                {
                    return;
                }
            }

            options.BeforeSend?.Invoke(_sequence);
            var now = clock.Now;
            if (now >= EndOf(phase))
            {
                return;
            }

            Send(messages.Next(), now, phase);
        }
    }

    private void Send(PlannedMessage planned, long intended, Phase phase)
    {
        var payload = task.Payloads.Payloads[planned.Payload];
        new MessageStamp(intended, _sequence, (ushort)task.Number, (ushort)planned.Topic, task.Run).Write(payload);
        task.Format.Payload = payload;
        _message.Key = planned.Key;
        _message.Value = new Outgoing(intended, (int)_sequence, payload.Length);
        while (!stop.IsCancellationRequested)
        {
            try
            {
                producer.Produce(task.Topics[planned.Topic], _message, task.OnReport);
                Volatile.Write(ref _sequence, _sequence + 1);
                Sent += phase == Phase.Measure ? 1 : 0;
                if (_transactions is not null)
                {
                    var before = clock.Now;
                    _transactions.AfterSend();
                    _lag.Blocked(clock.Now - before);
                }

                return;
            }
            catch (ProduceException<int, Outgoing> e) when (e.Error.Code == ErrorCode.Local_QueueFull)
            {
                var before = clock.Now;
                recorder.WaitForReports(1);
                _lag.Blocked(clock.Now - before);
                if (clock.Now - window.End > CatchUp)
                {
                    Refused++;
                    return;
                }
            }
            catch (ProduceException<int, Outgoing> e)
            {
                errors.Note(e.Error);
                Refused += phase == Phase.Measure ? 1 : 0;
                return;
            }
        }
    }
}
