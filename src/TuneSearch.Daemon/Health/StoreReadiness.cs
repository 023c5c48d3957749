using System.Globalization;

using TuneSearch.Core.Storage;

namespace TuneSearch.Daemon.Health;

/// <summary>The store takes a write: a full disk or a lost database shows here before a job meets it.</summary>
/// <remarks>Anybody may ask, without a token, and the write is a durable one: at most one begins in a second, and who asks meanwhile shares it.</remarks>
internal sealed class StoreReadiness(IJobStore store, TimeProvider time) : IReadinessCheck
{
    private const string Key = "daemon/readiness";
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private Task? _write;
    private long _begun;

    public string Name => "store";

    public async Task<string?> CheckAsync(CancellationToken cancellationToken)
    {
        await Write().WaitAsync(cancellationToken);
        return null;
    }

    private Task Write()
    {
        lock (_gate)
        {
            if (_write is null || time.GetElapsedTime(_begun) >= Freshness)
            {
                _begun = time.GetTimestamp();
                _write = PutAsync();
            }

            return _write;
        }
    }

    private async Task PutAsync() =>
        await store.PutStateAsync(Key, time.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), CancellationToken.None);
}
