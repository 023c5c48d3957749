using Microsoft.Extensions.Hosting;

namespace TuneSearch.Daemon.Metrics;

/// <summary>Brings the observed instruments and whoever reads them to life with the host: nothing else asks for them. What alerts count begins at 0 then, where somebody reads it.</summary>
internal sealed class MetersStart(IMeterExposition exposition, BoardInstruments board, ProcessInstruments process, JobInstruments jobs, StoreInstruments store) : IHostedService
{
    /// <summary>Named so that they are not taken for unused.</summary>
    public object[] Alive => [exposition, board, process];

    public Task StartAsync(CancellationToken cancellationToken)
    {
        jobs.Begin();
        store.Begin();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
