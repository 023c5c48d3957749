using Microsoft.Extensions.Hosting;
using TuneSearch.Daemon.Hosting;

namespace TuneSearch.Cli.Runs;

/// <summary>The daemon's services in this process without HTTP, with a store in memory: for runs that nobody else has to see.</summary>
internal sealed class OfflineHost : IAsyncDisposable
{
    private readonly string _folder;
    private readonly IHost _host;

    private OfflineHost(string folder, IHost host)
    {
        _folder = folder;
        _host = host;
    }

    public IServiceProvider Services => _host.Services;

    public static async Task<OfflineHost> StartAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("tunesearch-").FullName;
        var host = TuneSearchHost.CreateOffline(new HostRequest
        {
            DataDirectory = folder,
            Settings = new Dictionary<string, string?>
            {
                ["TuneSearch:Store:Kind"] = "memory",

                // The output belongs to the answer.
                ["Logging:LogLevel:Default"] = "Warning",
                ["Logging:Console:LogToStandardErrorThreshold"] = "Trace",
            },
        });
        await host.StartAsync(cancellationToken);
        return new OfflineHost(folder, host);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        if (_host is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }
}
