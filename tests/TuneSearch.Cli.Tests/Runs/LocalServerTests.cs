using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TuneSearch.Cli.Runs;
using TuneSearch.Daemon.Hosting;

namespace TuneSearch.Cli.Tests.Runs;

public sealed class LocalServerTests
{
    private static readonly HostRequest InMemory = new()
    {
        Listen = "http://127.0.0.1:0",
        Settings = new Dictionary<string, string?>
        {
            ["TuneSearch:Store:Kind"] = "memory",
            ["Logging:LogLevel:Microsoft"] = "None",
            ["Orleans:SiloPort"] = "0",
            ["Orleans:GatewayPort"] = "0",
        },
    };

    [Fact]
    public async Task Wait_WhereAServiceFails_ThrowsWhatItThrew()
    {
        var service = new Failing();
        await using var server = await LocalServer.StartAsync(InMemory, services => services.AddHostedService(_ => service), CancellationToken.None);

        service.Fail();

        (await Should.ThrowAsync<InvalidOperationException>(() => server.WaitAsync(CancellationToken.None))).Message.ShouldBe("no more of this");
    }

    [Fact]
    public async Task Start_WhereAServiceFails_ThrowsWhatItThrew()
    {
        var service = new Failing();
        service.Fail();

        // Before or after the daemon listens.
        (await Should.ThrowAsync<InvalidOperationException>(async () =>
        {
            await using var server = await LocalServer.StartAsync(InMemory, services => services.AddHostedService(_ => service), CancellationToken.None);
            await server.WaitAsync(CancellationToken.None);
        })).Message.ShouldBe("no more of this");
    }

    [Fact]
    public async Task Wait_UntilTheCallerStops_Returns()
    {
        using var stop = new CancellationTokenSource();
        await using var server = await LocalServer.StartAsync(InMemory, CancellationToken.None);

        await stop.CancelAsync();

        await server.WaitAsync(stop.Token);
    }

    private sealed class Failing : BackgroundService
    {
        private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Fail() => _end.SetException(new InvalidOperationException("no more of this"));

        protected override Task ExecuteAsync(CancellationToken stoppingToken) => _end.Task;
    }
}
