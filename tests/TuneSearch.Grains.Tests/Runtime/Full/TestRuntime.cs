using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using Orleans.TestingHost;
using TuneSearch.Testing.Time;

namespace TuneSearch.Grains.Tests.Runtime;

/// <summary>One silo of Orleans itself; grains, calls and idleness live on a clock that the test moves, the silo's own upkeep on the machine's.</summary>
internal sealed class TestRuntime : IAsyncDisposable
{
    private readonly InProcessTestCluster _cluster;
    private readonly ManualTime _time;

    private TestRuntime(InProcessTestCluster cluster, ManualTime time)
    {
        _cluster = cluster;
        _time = time;
    }

    public IGrainFactory Grains => Services.GetRequiredService<IGrainFactory>();

    public IServiceProvider Services => _cluster.GetSiloServiceProvider();

    public static async Task<TestRuntime> StartAsync(ManualTime time, Action<IServiceCollection> configure)
    {
        var builder = new InProcessTestClusterBuilder(1);
        builder.Options.ConfigureFileLogging = false;
        builder.Options.InitializeClientOnDeploy = false;
        builder.ConfigureSiloHost((_, host) =>
        {
            host.Services.AddSingleton<TimeProvider>(time);
            host.Services.UseTimeProviderForBackgroundAreas(TimeProvider.System);
            host.Services.AddKeyedSingleton<TimeProvider>(TimeProviderNames.Messaging, time);
            configure(host.Services);
        });
        builder.ConfigureSilo((_, silo) => silo.Configure<GrainCollectionOptions>(options => options.CollectionQuantum = TimeSpan.FromSeconds(1)));
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return new TestRuntime(cluster, time);
    }

    /// <summary>Makes the runtime believe that no grain was used for longer than idle grains are kept.</summary>
    public Task CollectIdleAsync() => Grains.GetGrain<IManagementGrain>(0).ForceActivationCollection(TimeSpan.Zero);

    /// <summary>Lets the time pass after which callers give up.</summary>
    public void PassResponseTimeout() => _time.Advance(TimeSpan.FromSeconds(31));

    public Task StopAsync() => _cluster.StopAllSilosAsync();

    public async ValueTask DisposeAsync()
    {
        await _cluster.StopAllSilosAsync();
        await _cluster.DisposeAsync();
    }
}
