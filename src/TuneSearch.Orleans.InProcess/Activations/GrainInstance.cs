using Microsoft.Extensions.DependencyInjection;

namespace Orleans.Runtime;

/// <summary>A grain object with the scope and the states that were made for it.</summary>
internal sealed class GrainInstance(IGrainBase grain, AsyncServiceScope scope, IReadOnlyList<ILoadedState> states) : IAsyncDisposable
{
    public IGrainBase Grain => grain;

    public IServiceProvider Services => scope.ServiceProvider;

    public async Task ReadStatesAsync()
    {
        foreach (var state in states)
        {
            await state.ReadStateAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (grain is IAsyncDisposable asyncDisposable)
        {
            await asyncDisposable.DisposeAsync();
        }
        else if (grain is IDisposable disposable)
        {
            disposable.Dispose();
        }

        await scope.DisposeAsync();
    }
}
