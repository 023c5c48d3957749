using System.Diagnostics.Metrics;

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

using TuneSearch.Daemon.Metrics;
using TuneSearch.Daemon.PackageSets.Exposition;
using TuneSearch.Daemon.Storage;

namespace TuneSearch.Daemon.PackageSets;

/// <summary>What differs between the package sets; this is the reduced one. The other stands beside it, the project file takes one.</summary>
internal static class PackageSet
{
    public const string Name = "reduced";

    public static StoreAdapters Stores { get; } = new();

    public static void AddGrains(IHostApplicationBuilder builder)
    {
    }

    public static void AddMetrics(IServiceCollection services)
    {
        services.AddSingleton(provider => new MeterReader(provider.GetRequiredService<IMeterFactory>(), Instruments.MeterName));
        services.AddSingleton<IMeterExposition, TextExposition>();
    }
}
