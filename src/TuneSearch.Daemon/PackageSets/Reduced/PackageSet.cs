using System.Diagnostics.Metrics;

using Microsoft.Extensions.DependencyInjection;

using TuneSearch.Daemon.Metrics;
using TuneSearch.Daemon.Options;
using TuneSearch.Daemon.PackageSets.Exposition;
using TuneSearch.Daemon.Storage;
using TuneSearch.Grains.Hosting;
using TuneSearch.Storage.Sqlite;

namespace TuneSearch.Daemon.PackageSets;

/// <summary>What differs between the package sets; this is the reduced one. The other stands beside it, the project file takes one.</summary>
internal static class PackageSet
{
    public const string Name = "reduced";

    private const string SqliteFile = "tunesearch.db";

    public static StoreAdapters Stores { get; } = new(
        new StoreAdapter("sqlite", NeedsConnection: false, (_, directory) => SqliteJobStore.Open(Path.Join(directory(), SqliteFile))),
        CommonStores.Postgres,
        CommonStores.Memory);

    /// <summary>The sections that this build reads.</summary>
    public static IReadOnlyList<SettingsSection> Settings { get; } =
        [new(DaemonOptions.Section, typeof(DaemonOptions)), new("Grains", typeof(GrainOptions))];

    public static void AddMetrics(IServiceCollection services)
    {
        services.AddSingleton(provider => new MeterReader(provider.GetRequiredService<IMeterFactory>(), Instruments.MeterName));
        services.AddSingleton<IMeterExposition, TextExposition>();
    }
}
