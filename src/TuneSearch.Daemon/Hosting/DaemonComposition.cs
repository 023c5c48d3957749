using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using TuneSearch.Core.Annealing;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Statistics;
using TuneSearch.Core.Storage;
using TuneSearch.Daemon.Answers;
using TuneSearch.Daemon.Grains;
using TuneSearch.Daemon.Health;
using TuneSearch.Daemon.Jobs;
using TuneSearch.Daemon.Metrics;
using TuneSearch.Daemon.Options;
using TuneSearch.Daemon.PackageSets;
using TuneSearch.Daemon.Security;
using TuneSearch.Daemon.Storage;
using TuneSearch.Files.Jobs;
using TuneSearch.Grains.Hosting;
using TuneSearch.Kafka.Catalogue;
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
        builder.AddTuneSearchGrains();
        services.AddSingleton(new JobSharing(IsAlone: !builder.JoinsOtherDaemons()));
        AddSearch(services);
        DriverComposition.Add(services);
        AddJobs(services);
        AddAnswers(services);
        AddMetrics(services);
    }

    private static void AddStore(IServiceCollection services)
    {
        services.AddSingleton<DataDirectory>();
        services.AddSingleton(PackageSet.Stores);
        services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<IOptions<DaemonOptions>>().Value.Store;
            return new OpenStore(PackageSet.Stores.Select(options.Kind).Open(options, () => provider.GetRequiredService<DataDirectory>().Path));
        });
        services.AddSingleton<IJobStore>(provider => ActivatorUtilities.CreateInstance<ObservedJobStore>(provider, provider.GetRequiredService<OpenStore>().Adapter));
    }

    private static void AddSearch(IServiceCollection services)
    {
        services.AddSingleton<IParameterCatalogue, KafkaParameterCatalogue>();
        services.AddSingleton<IJobLoader>(provider => new JobLoader(provider.GetRequiredService<IParameterCatalogue>()));
        services.AddSingleton<IDistributions, MathNetDistributions>();
        services.AddSingleton<ISearcherFactory, SearcherFactory>();
        services.AddSingleton<IJobDirectorFactory, JobDirectorFactory>();
    }

    private static void AddJobs(IServiceCollection services)
    {
        services.AddSingleton<JobChanges>();
        services.AddSingleton<JobReader>();
        services.AddSingleton<EndedJobs>();
        services.AddSingleton<JobBoard>();
        services.AddSingleton<JobAdmission>();
        services.AddSingleton<PostponedStarts>();
        services.AddSingleton<IJobFiles, JobFiles>();
        services.AddSingleton<IJobRunner, GrainRunner>();
        services.AddSingleton<IJobPolicy, CommandPolicy>();
        services.AddSingleton<IJobPolicy, ClientPolicy>();
        services.AddSingleton<IJobPolicy, VariablePolicy>();
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
        services.AddSingleton<IAnswerFormat, PropertiesUndo>();
        services.AddSingleton<IAnswerFormat, JsonUndo>();
        foreach (var exporter in Exporters.All)
        {
            services.AddSingleton<IAnswerFormat>(new ExportedAnswer(exporter, isUndo: false));
            services.AddSingleton<IAnswerFormat>(new ExportedAnswer(exporter, isUndo: true));
        }
    }
}
