using Microsoft.Extensions.Hosting;
using TuneSearch.Daemon.Hosting;

namespace TuneSearch.Cli.Runs;

/// <summary>The daemon's services in this process without HTTP, with a store in memory: for runs that nobody else has to see.</summary>
/// <remarks>
/// What is to be put back on clusters is noted in the daemon's own data directory: where this run is killed, the daemon's next start finds it there,
/// or the next run on that cluster.
/// </remarks>
internal sealed class OfflineHost : IAsyncDisposable
{
    private readonly IHost _host;

    private OfflineHost(IHost host) => _host = host;

    public IServiceProvider Services => _host.Services;

    public static async Task<OfflineHost> StartAsync(CliContext context, CancellationToken cancellationToken)
    {
        var host = TuneSearchHost.CreateOffline(new HostRequest
        {
            ShowsStackTraces = context.IsDebugging,
            Settings = new Dictionary<string, string?>
            {
                ["TuneSearch:Store:Kind"] = "memory",

                // The output belongs to the answer.
                ["Logging:LogLevel:Default"] = "Warning",
                ["Logging:Console:LogToStandardErrorThreshold"] = "Trace",
            },
        });
        await host.StartAsync(cancellationToken);
        return new OfflineHost(host);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        if (_host is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }
    }
}
