namespace TuneSearch.Kafka.Load.Producing;

/// <summary>One producer's client and its threads, from the first message to the last report.</summary>
internal sealed class ProducerRun(string name, ProducerTask task, SendingClient client, RunContext context) : IAsyncDisposable
{
    private Task? _sending;
    private Task? _reporting;
    private bool _isFinished;

    public ProducerWorker Worker { get; } = new(task, client, context);

    public ProducerRecorder Recorder => client.Recorder;

    public void Start()
    {
        _sending = Load.Worker.Start(name, Worker.Run);
        if (!Worker.TakesReports)
        {
            StartReporting();
        }
    }

    /// <summary>Waits for the last message and then for every report, the latter at most so long.</summary>
    public async Task FinishAsync(TimeSpan maxDrain)
    {
        if (_sending is null || _isFinished)
        {
            return;
        }

        await _sending;
        StartReporting();
        // The client lingers no longer, and waits while the other thread takes the reports.
        await Task.Run(() => client.Client.Flush(maxDrain));
        await StopReportingAsync();
        _isFinished = true;
        CountUnanswered();
        if (Worker.Withdrawn is { } withdrawn)
        {
            // Nobody is owed what was aborted.
            Recorder.Acknowledged.Except(withdrawn);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopReportingAsync();
        await Task.Run(client.Dispose);
    }

    private async Task StopReportingAsync()
    {
        client.Reports.Stop();
        if (_reporting is not null)
        {
            await _reporting;
        }
    }

    /// <summary>Left out, the slowest of all would make a configuration look quicker.</summary>
    private void CountUnanswered()
    {
        var waited = context.Clock.Now - context.Window.End;
        for (var missing = Worker.Tally.Sent - Recorder.ReportedMeasured; missing > 0; missing--)
        {
            Worker.Tally.Unanswered.Record(waited);
        }
    }

    private void StartReporting() => _reporting ??= Load.Worker.Start(name + " reports", client.Reports.Run);
}
