using Microsoft.Extensions.Hosting;
using Orleans.Runtime;

namespace Orleans.Hosting;

/// <summary>Ties the runtime to the host's life.</summary>
internal sealed class GrainRuntimeService(GrainRuntime runtime) : IHostedService, IAsyncDisposable
{
    private ITimer? _collector;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var quantum = runtime.Options.CollectionQuantum;
        _collector = runtime.Time.CreateTimer(static state => ((GrainRuntime)state!).CollectIdle(), runtime, quantum, quantum);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await DisposeAsync();
        await runtime.StopAsync(cancellationToken);
    }

    public ValueTask DisposeAsync() => _collector?.DisposeAsync() ?? ValueTask.CompletedTask;
}
