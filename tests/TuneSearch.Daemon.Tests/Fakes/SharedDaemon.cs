using TuneSearch.Daemon.Hosting;

namespace TuneSearch.Daemon.Tests.Fakes;

/// <summary>A daemon in memory for the tests of a class that change nothing.</summary>
public sealed class SharedDaemon : IAsyncLifetime
{
    internal RunningDaemon Daemon { get; private set; } = null!;

    internal static HostRequest InMemory { get; } = new() { Settings = new Dictionary<string, string?> { ["TuneSearch:Store:Kind"] = "memory" } };

    public async Task InitializeAsync() =>
        Daemon = await RunningDaemon.StartAsync(InMemory);

    public async Task DisposeAsync() => await Daemon.DisposeAsync();
}
