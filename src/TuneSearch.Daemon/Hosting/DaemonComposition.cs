using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

using TuneSearch.Core.Annealing;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Statistics;
using TuneSearch.Core.Storage;
using TuneSearch.Daemon.Answers;
using TuneSearch.Daemon.Clusters;
using TuneSearch.Daemon.Health;
using TuneSearch.Daemon.Jobs;
using TuneSearch.Daemon.Metrics;
using TuneSearch.Daemon.Options;
using TuneSearch.Daemon.PackageSets;
using TuneSearch.Daemon.Security;
using TuneSearch.Daemon.Storage;
using TuneSearch.Files.Jobs;
using TuneSearch.Kafka.Catalogue;
using TuneSearch.Kafka.Clusters.Command;
using TuneSearch.Kafka.Clusters.Embedded;
using TuneSearch.Kafka.Clusters.Processes;
using TuneSearch.Kafka.Clusters.Remote;
using TuneSearch.Kafka.Clusters.Simulated;
using TuneSearch.Kafka.Export;
using TuneSearch.Numerics;

namespace TuneSearch.Daemon.Hosting;

/// <summary>The one place where ports meet their adapters: the same for the daemon and for a run without one.</summary>
internal static class DaemonComposition
{
    public static void Add(IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);
        services.AddOptions<DaemonOptions>().BindConfiguration(DaemonOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DaemonOptions>, DaemonOptionsValidator>();
        AddStore(services);
        AddSearch(services);
        AddJobs(services);
        AddAnswers(services);
        AddMetrics(services);
        PackageSet.AddGrains(builder);
    }

    private static void AddStore(IServiceCollection services)
    {
        services.AddSingleton<DataDirectory>();
        services.AddSingleton(PackageSet.Stores);
        services.AddSingleton<IJobStore>(provider =>
        {
            var options = provider.GetRequiredService<IOptions<DaemonOptions>>().Value.Store;
            var store = PackageSet.Stores.Select(options.Kind).Open(options, () => provider.GetRequiredService<DataDirectory>().Path);
            return ActivatorUtilities.CreateInstance<ObservedJobStore>(provider, store);
        });
    }

    private static void AddSearch(IServiceCollection services)
    {
        services.AddSingleton<IParameterCatalogue, KafkaParameterCatalogue>();
        services.AddSingleton<IJobLoader>(provider => new JobLoader(provider.GetRequiredService<IParameterCatalogue>()));
        services.AddSingleton<IDistributions, MathNetDistributions>();
        services.AddSingleton<ISearcherFactory, SearcherFactory>();
        services.AddSingleton<IJobDirectorFactory, JobDirectorFactory>();
        AddDriver(services, _ => new SimulatedClusterDriver());
        AddDriver(services, provider => new CommandClusterDriver(provider.GetRequiredService<TimeProvider>()));
        AddDriver(services, provider => new EmbeddedClusterDriver(provider.GetRequiredService<TimeProvider>()));
        AddRecoveringDriver(services, provider => new ProcessClusterDriver(
            provider.GetRequiredService<TimeProvider>(),
            new ProcessOptions { DataDirectory = ClustersFolder(provider), AllowedKernelSettings = provider.GetRequiredService<IOptions<DaemonOptions>>().Value.AllowedSysctls }));
        AddRecoveringDriver(services, provider => new RemoteClusterDriver(provider.GetRequiredService<TimeProvider>(), ClustersFolder(provider)));
    }

    private static string ClustersFolder(IServiceProvider provider) =>
        Path.Join(DaemonPaths.Expand(provider.GetRequiredService<IOptions<DaemonOptions>>().Value.DataDirectory), "clusters");

    private static void AddRecoveringDriver<T>(IServiceCollection services, Func<IServiceProvider, T> create)
        where T : class, IClusterDriver, IClusterRecovery
    {
        services.AddSingleton(create);
        services.AddSingleton<IClusterRecovery>(provider => provider.GetRequiredService<T>());
        AddDriver(services, provider => provider.GetRequiredService<T>());
    }

    private static void AddDriver(IServiceCollection services, Func<IServiceProvider, IClusterDriver> create) =>
        services.AddSingleton<IClusterDriver>(provider => ActivatorUtilities.CreateInstance<MeteredDriver>(provider, create(provider)));

    private static void AddJobs(IServiceCollection services)
    {
        services.AddSingleton<JobChanges>();
        services.AddSingleton<JobReader>();
        services.AddSingleton<JobBoard>();
        services.AddSingleton<JobAdmission>();
        services.AddSingleton<IJobFiles, JobFiles>();
        services.AddSingleton<IJobPolicy, CommandPolicy>();
        services.AddSingleton<IJobPolicy, SysctlPolicy>();
        services.AddSingleton<IJobService, JobService>();
        services.AddSingleton<IReadinessCheck, StoreReadiness>();
        services.AddSingleton<IReadinessCheck, RunnerReadiness>();
    }

    private static void AddMetrics(IServiceCollection services)
    {
        services.AddSingleton<Instruments>();
        services.AddSingleton<JobInstruments>();
        services.AddSingleton<BoardInstruments>();
        services.AddSingleton<ClusterInstruments>();
        services.AddSingleton<StoreInstruments>();
        services.AddSingleton<HttpInstruments>();
        services.AddSingleton(provider => new ProcessInstruments(provider.GetRequiredService<Instruments>(), ProgramVersion.Text, PackageSet.Name));
        PackageSet.AddMetrics(services);
    }

    private static void AddAnswers(IServiceCollection services)
    {
        services.AddSingleton<AnswerFormats>();
        services.AddSingleton<IAnswerFormat, PropertiesAnswer>();
        services.AddSingleton<IAnswerFormat, JsonAnswer>();
        foreach (var exporter in Exporters.All)
        {
            services.AddSingleton<IAnswerFormat>(new ExportedAnswer(exporter, isUndo: false));
            services.AddSingleton<IAnswerFormat>(new ExportedAnswer(exporter, isUndo: true));
        }
    }
}
