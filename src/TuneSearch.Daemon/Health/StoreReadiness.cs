using System.Globalization;

using TuneSearch.Core.Storage;

namespace TuneSearch.Daemon.Health;

/// <summary>The store takes a write: a full disk or a lost database shows here before a job meets it.</summary>
internal sealed class StoreReadiness(IJobStore store, TimeProvider time) : IReadinessCheck
{
    private const string Key = "daemon/readiness";

    public string Name => "store";

    public async Task<string?> CheckAsync(CancellationToken cancellationToken)
    {
        await store.PutStateAsync(Key, time.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), cancellationToken);
        return null;
    }
}
