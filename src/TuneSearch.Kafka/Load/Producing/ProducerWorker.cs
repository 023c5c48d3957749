using TuneSearch.Core.Measurements.Delivery;
using TuneSearch.Core.Workloads.Schedules;

namespace TuneSearch.Kafka.Load.Producing;

/// <summary>One producer of one profile, on a thread of its own: warms up, then sends what is measured.</summary>
internal sealed class ProducerWorker
{
    private readonly ProducerTask _task;
    private readonly RunContext _context;
    private readonly Pacer _pacer;
    private readonly TransactionCycle? _transactions;
    private readonly MessageOutlet _outlet;

    public ProducerWorker(ProducerTask task, SendingClient client, RunContext context)
    {
        _task = task;
        _context = context;
        _pacer = new Pacer(context.Clock, context.Options.PacingQuantum.Ticks * TimeSpan.NanosecondsPerTick, context.Stop);
        _transactions = task.Plan.Profile.Transactions is null ? null : new(task, client.Client, context.Errors);
        _outlet = new MessageOutlet(task, client, _transactions, Tally, context);
        Recorder = client.Recorder;
    }

    public SendingTally Tally { get; } = new();

    public ProducerRecorder Recorder { get; }

    /// <inheritdoc cref="MessageOutlet.TakesReports"/>
    public bool TakesReports => _outlet.TakesReports;

    /// <summary>Messages of aborted transactions; null without transactions.</summary>
    public SequenceSet? Withdrawn => _transactions?.Withdrawn;

    /// <inheritdoc cref="MessageOutlet.Taken"/>
    public long Taken => _outlet.Taken;

    /// <summary>The thread's work; returns when the window has ended or the run is stopped.</summary>
    public void Run()
    {
        _outlet.Open();
        _transactions?.Begin();
        RunPhase(Phase.WarmUp, _context.Clock.Now);
        if (!_context.Stop.IsCancellationRequested)
        {
            var before = SendingThread.ProcessorTime;
            RunPhase(Phase.Measure, _context.Window.Start);
            Tally.ProcessorTime = SendingThread.ProcessorTime - before;
        }

        _transactions?.Close();
    }

    private void RunPhase(Phase phase, long origin)
    {
        _outlet.Begin(phase);
        var messages = _task.Plan.Messages(_task.Number, phase, _task.Payloads);
        if (messages.IsClosedLoop)
        {
            new ClosedLoopSender(_outlet, _pacer, _task.Backlog, _task.Plan.Outstanding!.Value, _context).Run(messages, origin);
        }
        else
        {
            new OpenLoopSender(_outlet, _pacer, Tally, _context).Run(messages, origin);
        }

        _outlet.Clear();
    }
}
