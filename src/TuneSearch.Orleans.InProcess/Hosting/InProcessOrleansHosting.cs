using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Runtime;

namespace Orleans.Hosting;

/// <summary>Puts the in-process runtime into a host.</summary>
public static class InProcessOrleansHosting
{
    /// <summary>Adds <see cref="IGrainFactory"/> and a hosted service that collects idle grains and, when the host stops, deactivates all.</summary>
    /// <remarks>Add it before the services that call grains: hosts stop their services in reverse order.</remarks>
    public static IServiceCollection AddInProcessOrleans(this IServiceCollection services, Action<InProcessOrleansOptions> configure)
    {
        services.AddOptions<InProcessOrleansOptions>().Configure(configure);
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<GrainRuntime>();
        services.TryAddSingleton<IGrainFactory>(provider => provider.GetRequiredService<GrainRuntime>());
        services.AddHostedService<GrainRuntimeService>();
        return services;
    }
}
