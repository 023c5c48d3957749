using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using TuneSearch.Core.Validation;
using TuneSearch.Daemon.Hosting;
using TuneSearch.Daemon.Options;

namespace TuneSearch.Cli.Runs;

/// <summary>A daemon in this process.</summary>
internal sealed class LocalServer : IAsyncDisposable
{
    // A start that fails is explained once, by the message and not by the host's own log as well.
    private static readonly KeyValuePair<string, string?> QuietStart = new("Logging:LogLevel:Microsoft.Extensions.Hosting.Internal.Host", "None");

    private readonly WebApplication _app;

    private LocalServer(WebApplication app) => _app = app;

    /// <summary>Where it listens, with the port it got.</summary>
    public string Address => _app.Urls.First();

    /// <exception cref="CliException">The settings are wrong, the port is taken, the data folder is in use or cannot be written.</exception>
    public static async Task<LocalServer> StartAsync(HostRequest request, CancellationToken cancellationToken)
    {
        WebApplication? app = null;
        try
        {
            app = TuneSearchHost.CreateServer(request with { Settings = request.Settings.Append(QuietStart).ToDictionary() });
            await app.StartAsync(cancellationToken);
            return new LocalServer(app);
        }
        catch (Exception failure)
        {
            var explained = Explained(failure, app);
            if (app is not null)
            {
                await app.DisposeAsync();
            }

            if (explained is null)
            {
                throw;
            }

            throw explained;
        }
    }

    /// <summary>Ends when the daemon is told to stop: by a signal, or by the caller.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => _app.WaitForShutdownAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static CliException? Explained(Exception failure, WebApplication? app) => failure switch
    {
        OptionsValidationException settings => new CliException(
            ExitCode.BadInput, settings.Failures.Select(text => new Problem("settings", text.TrimEnd('.'), "Change it in the settings file, the environment or the command line."))),
        IOException { InnerException: AddressInUseException } => new CliException(
            ExitCode.Failed, Listen(app), "another program listens on this port", "Stop it, or take another port: --listen http://127.0.0.1:7311; port 0 takes a free one."),
        IOException { InnerException: SocketException refused } => new CliException(
            ExitCode.Failed, Listen(app), $"the daemon can not listen there: {refused.Message}", "Choose an address of this machine and a port above 1023 with --listen."),
        SocketException refused => new CliException(
            ExitCode.Failed, Listen(app), $"the daemon can not listen there: {refused.Message}", "Choose an address of this machine and a port above 1023 with --listen."),
        _ => null,
    };

    private static string Listen(WebApplication? app) => app?.Services.GetRequiredService<IOptions<DaemonOptions>>().Value.Listen ?? "--listen";
}
