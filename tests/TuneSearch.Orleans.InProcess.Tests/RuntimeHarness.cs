using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Hosting;
using TuneSearch.Testing.Time;

namespace Orleans.InProcess.Tests;

/// <summary>A host with the runtime on a clock that the test moves.</summary>
internal sealed class RuntimeHarness : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly IHost _host;

    private RuntimeHarness(ManualTime time, Witness witness, IHost host)
    {
        Time = time;
        Witness = witness;
        _host = host;
    }

    public ManualTime Time { get; }

    public Witness Witness { get; }

    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    public static async Task<RuntimeHarness> StartAsync()
    {
        var time = new ManualTime();
        var witness = new Witness();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddSingleton(witness);
        builder.Services.AddInProcessOrleans(options => options.GrainAssemblies.Add(typeof(RuntimeHarness).Assembly));
        var host = builder.Build();
        await host.StartAsync();
        return new RuntimeHarness(time, witness, host);
    }

    public IEchoGrain Echo(string key) => Grains.GetGrain<IEchoGrain>(key);

    /// <summary>Calls the grain and comes back when the call has begun; the inner task is its answer, which comes when the grain is released.</summary>
    public async Task<Task> HangAsync(string key)
    {
        var answer = Echo(key).HangAsync();
        await EventuallyAsync(() => Witness.Seen.Contains($"{key} hangs"));
        return answer;
    }

    public void Release(string key) => Witness.ReleaseOf(key).TrySetResult();

    public Task StopAsync() => _host.StopAsync();

    public static async Task EventuallyAsync(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!condition())
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
