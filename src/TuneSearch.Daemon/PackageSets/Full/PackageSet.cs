using System.Diagnostics.Metrics;

using Microsoft.Extensions.DependencyInjection;

using TuneSearch.Daemon.Metrics;
using TuneSearch.Daemon.Options;
using TuneSearch.Daemon.PackageSets.Exposition;
using TuneSearch.Daemon.Storage;
using TuneSearch.Grains.Hosting;
using TuneSearch.Storage.LiteDb;
using TuneSearch.Storage.Sqlite;

namespace TuneSearch.Daemon.PackageSets;

/// <summary>What differs between the package sets; this is the full one. The other stands beside it, the project file takes one.</summary>
internal static class PackageSet
{
    public const string Name = "full";

    private const string LiteDbFile = "tunesearch.litedb";
    private const string SqliteFile = "tunesearch.db";

    public static StoreAdapters Stores { get; } = new(
        new StoreAdapter("litedb", NeedsConnection: false, (_, directory) => LiteDbJobStore.Open(Path.Join(directory(), LiteDbFile))),
        new StoreAdapter("sqlite", NeedsConnection: false, (_, directory) => SqliteJobStore.Open(Path.Join(directory(), SqliteFile))),
        CommonStores.Postgres,
        CommonStores.Memory);

    /// <summary>The sections that this build reads.</summary>
    public static IReadOnlyList<SettingsSection> Settings { get; } =
        [new(DaemonOptions.Section, typeof(DaemonOptions)), new("Grains", typeof(GrainOptions)), new("Orleans", typeof(SiloOptions), IsShared: true)];

    public static void AddMetrics(IServiceCollection services)
    {
        services.AddSingleton(provider => new MeterBridge(provider.GetRequiredService<IMeterFactory>(), Instruments.MeterName));
        services.AddSingleton<IMeterExposition, RegistryExposition>();
    }
}
