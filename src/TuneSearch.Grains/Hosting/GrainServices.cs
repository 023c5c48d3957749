using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Orleans.Storage;
using TuneSearch.Core.Storage;
using TuneSearch.Grains.Jobs;
using TuneSearch.Grains.Persistence;

namespace TuneSearch.Grains.Hosting;

/// <summary>The services that the grains need on either runtime.</summary>
internal static class GrainServices
{
    /// <summary>The host adds <see cref="IJobStore"/>, the job loader, the director factory and the cluster drivers.</summary>
    public static IServiceCollection AddGrainServices(this IServiceCollection services)
    {
        services.AddOptions<GrainOptions>().BindConfiguration("Grains").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<GrainOptions>, GrainOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<JobCatalogue>();
        services.AddKeyedSingleton<IGrainStorage>(
            GrainStorageName.Value, (provider, _) => new JobStoreGrainStorage(provider.GetRequiredService<IJobStore>()));
        return services;
    }
}
