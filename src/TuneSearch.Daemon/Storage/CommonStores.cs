using TuneSearch.Storage.Memory;
using TuneSearch.Storage.Postgres;

namespace TuneSearch.Daemon.Storage;

/// <summary>The stores that both package sets have.</summary>
internal static class CommonStores
{
    /// <summary>For a run without a daemon: gone when it ends.</summary>
    public static readonly StoreAdapter Memory = new("memory", NeedsConnection: false, (_, _) => new MemoryJobStore());

    public static readonly StoreAdapter Postgres = new("postgres", NeedsConnection: true, (options, _) => PostgresJobStore.Open(options.ConnectionString!));
}
