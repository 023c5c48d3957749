using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TuneSearch.Testing.Time;

namespace TuneSearch.Grains.Tests.Runtime;

/// <summary>The in-process runtime on a clock that the test moves.</summary>
internal sealed class TestRuntime : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly ManualTime _time;

    private TestRuntime(IHost host, ManualTime time)
    {
        _host = host;
        _time = time;
    }

    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    public IServiceProvider Services => _host.Services;

    public static async Task<TestRuntime> StartAsync(ManualTime time, Action<IServiceCollection> configure)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton<TimeProvider>(time);
        configure(builder.Services);
        builder.Services.AddInProcessOrleans(options =>
        {
            options.GrainAssemblies.Add(typeof(Grains.Jobs.ISearchJobGrain).Assembly);
            options.GrainAssemblies.Add(typeof(TestRuntime).Assembly);
        });
        var host = builder.Build();
        await host.StartAsync();
        return new TestRuntime(host, time);
    }

    /// <summary>Makes the runtime believe that no grain was used for longer than idle grains are kept.</summary>
    public Task CollectIdleAsync()
    {
        _time.Advance(TimeSpan.FromMinutes(20));
        return Task.CompletedTask;
    }

    /// <summary>Lets the time pass after which callers give up.</summary>
    public void PassResponseTimeout() => _time.Advance(TimeSpan.FromSeconds(31));

    public Task StopAsync() => _host.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
