using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

using TuneSearch.Core.Clusters;
using TuneSearch.Daemon.Clusters;
using TuneSearch.Daemon.Options;
using TuneSearch.Kafka.Clusters.Command;
using TuneSearch.Kafka.Clusters.Embedded;
using TuneSearch.Kafka.Clusters.Processes;
using TuneSearch.Kafka.Clusters.Remote;
using TuneSearch.Kafka.Clusters.Simulated;
using TuneSearch.Kafka.Load;

namespace TuneSearch.Daemon.Hosting;

/// <summary>The cluster drivers of this build, each timed; those that leave something behind when killed put it right at start.</summary>
internal static class DriverComposition
{
    public static void Add(IServiceCollection services)
    {
        AddDriver(services, _ => new SimulatedClusterDriver());
        AddDriver(services, provider => new CommandClusterDriver(provider.GetRequiredService<TimeProvider>()));
        AddDriver(services, provider => new EmbeddedClusterDriver(provider.GetRequiredService<TimeProvider>(), Load(provider)));
        AddRecoveringDriver(services, provider => new ProcessClusterDriver(
            provider.GetRequiredService<TimeProvider>(),
            new ProcessOptions { DataDirectory = ClustersFolder(provider), AllowedKernelSettings = Options(provider).AllowedSysctls },
            Load(provider)));
        AddRecoveringDriver(services, provider => new RemoteClusterDriver(provider.GetRequiredService<TimeProvider>(), ClustersFolder(provider), Load(provider)));
    }

    private static void AddDriver(IServiceCollection services, Func<IServiceProvider, IClusterDriver> create) =>
        services.AddSingleton<IClusterDriver>(provider => ActivatorUtilities.CreateInstance<MeteredDriver>(provider, create(provider)));

    private static void AddRecoveringDriver<T>(IServiceCollection services, Func<IServiceProvider, T> create)
        where T : class, IClusterDriver, IClusterRecovery
    {
        services.AddSingleton(create);
        services.AddSingleton<IClusterRecovery>(provider => provider.GetRequiredService<T>());
        AddDriver(services, provider => provider.GetRequiredService<T>());
    }

    private static LoadOptions Load(IServiceProvider provider) => new() { Limits = Options(provider).Measuring };

    private static string ClustersFolder(IServiceProvider provider) => Path.Join(DaemonPaths.Expand(Options(provider).DataDirectory), "clusters");

    private static DaemonOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<DaemonOptions>>().Value;
}
