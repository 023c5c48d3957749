using System.Net.Sockets;
using System.Runtime.ExceptionServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
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

    /// <exception cref="CliException">The port is taken.</exception>
    /// <exception cref="Core.Validation.InvalidInputException">The settings are wrong, the data folder is in use or cannot be written.</exception>
    public static Task<LocalServer> StartAsync(HostRequest request, CancellationToken cancellationToken) => StartAsync(request, replace: null, cancellationToken);

    /// <param name="replace">Has the last word on services; for tests.</param>
    internal static async Task<LocalServer> StartAsync(HostRequest request, Action<IServiceCollection>? replace, CancellationToken cancellationToken)
    {
        WebApplication? app = null;
        try
        {
            app = TuneSearchHost.CreateServer(request, replace);
            await app.StartAsync(cancellationToken);
            return new LocalServer(app);
        }
        catch (Exception failure)
        {
            // A service that fails beside the start has it cancelled.
            var fault = app is not null && failure is OperationCanceledException && !cancellationToken.IsCancellationRequested ? HostFault.Of(app) : null;
            var explained = fault ?? Explained(failure, app);
            if (app is not null)
            {
                await EndAsync(app);
            }

            if (explained is null)
            {
                throw;
            }

            throw explained;
        }
    }

    /// <summary>Ends when the daemon is told to stop: by a signal, or by the caller.</summary>
    /// <exception cref="Exception">It stopped by itself: what made it stop.</exception>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        await _app.WaitForShutdownAsync(cancellationToken);
        if (!cancellationToken.IsCancellationRequested && HostFault.Of(_app) is { } fault)
        {
            ExceptionDispatchInfo.Throw(fault);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    /// <summary>What has started stops in order: torn down as it runs, a silo complains at length of what it finds gone.</summary>
    private static async Task EndAsync(WebApplication app)
    {
        try
        {
            await app.StopAsync();
        }
        catch (Exception)
        {
            // The host fails at this where nothing had started yet. Why there is no daemon is told by what made the start fail.
        }

        await app.DisposeAsync();
    }

    private static CliException? Explained(Exception failure, WebApplication? app) => failure switch
    {
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
