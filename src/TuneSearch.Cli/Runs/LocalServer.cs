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
    private readonly WebApplication _app;

    private LocalServer(WebApplication app) => _app = app;

    /// <summary>Where it listens, with the port it got.</summary>
    public string Address => _app.Urls.First();

    /// <exception cref="CliException">The settings are wrong, the port is taken, the data folder is in use or cannot be written.</exception>
    public static async Task<LocalServer> StartAsync(HostRequest request, CancellationToken cancellationToken)
    {
        var app = TuneSearchHost.CreateServer(request);
        try
        {
            await app.StartAsync(cancellationToken);
            return new LocalServer(app);
        }
        catch (Exception failure)
        {
            var listen = failure is OptionsValidationException ? null : app.Services.GetRequiredService<IOptions<DaemonOptions>>().Value.Listen;
            await app.DisposeAsync();
            throw Explained(failure, listen) ?? failure;
        }
    }

    /// <summary>Ends when the daemon is told to stop: by a signal, or by the caller.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => _app.WaitForShutdownAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static CliException? Explained(Exception failure, string? listen) => failure switch
    {
        OptionsValidationException settings => new CliException(
            ExitCode.BadInput, settings.Failures.Select(text => new Problem("settings", text.TrimEnd('.'), "Change it in the settings file, the environment or the command line."))),
        IOException { InnerException: AddressInUseException } => new CliException(
            ExitCode.Failed, listen!, "another program listens on this port", "Stop it, or take another port: --listen http://127.0.0.1:7311; port 0 takes a free one."),
        IOException { InnerException: SocketException refused } => new CliException(
            ExitCode.Failed, listen!, $"the daemon can not listen there: {refused.Message}", "Choose an address of this machine and a port above 1023 with --listen."),
        SocketException refused => new CliException(
            ExitCode.Failed, listen!, $"the daemon can not listen there: {refused.Message}", "Choose an address of this machine and a port above 1023 with --listen."),
        _ => null,
    };
}
