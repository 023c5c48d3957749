using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TuneSearch.Core.Storage;
using TuneSearch.Daemon.Storage;

namespace TuneSearch.Daemon.Hosting;

/// <summary>Holds a store that other daemons can reach, from before the first job goes on until the end.</summary>
/// <remarks>A hold that was lost (the server was restarted) is taken again; where somebody else has the store by then, this daemon stops.</remarks>
internal sealed partial class StoreClaimed(
    OpenStore store, JobSharing sharing, TimeProvider time, IHostApplicationLifetime lifetime, ILogger<StoreClaimed> logger) : IHostedService, IAsyncDisposable
{
    internal static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _stopping = new();
    private IStoreClaim? _claim;
    private ITimer? _timer;
    private Task _look = Task.CompletedTask;

    /// <summary>Why this daemon was stopped from here; null where it was not.</summary>
    public StoreException? Taken { get; private set; }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (store.Adapter is not ISharedStore shared)
        {
            return;
        }

        _claim = await shared.TryClaimAsync(sharing.IsAlone, cancellationToken) ?? throw new StoreException(
            $"Another daemon works on the jobs of {shared.Where}: both would run each of them. "
            + "Stop it, name another database, or make all daemons one cluster (Orleans:Redis, in the full package set).");
        _timer = time.CreateTimer(_ => Look(shared), null, Interval, Interval);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        if (_timer is { } timer)
        {
            await timer.DisposeAsync();
        }

        await _look;
    }

    /// <summary>After the grains have stopped: until then they may write.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_claim is { } claim)
        {
            _claim = null;
            await claim.DisposeAsync();
        }

        _stopping.Dispose();
    }

    /// <summary>A server may take longer to answer than until the next look.</summary>
    private void Look(ISharedStore shared)
    {
        if (_look.IsCompleted)
        {
            _look = LookAsync(shared, _stopping.Token);
        }
    }

    private async Task LookAsync(ISharedStore shared, CancellationToken cancellationToken)
    {
        try
        {
            if (!await _claim!.StandsAsync(cancellationToken) && !await AgainAsync(shared, cancellationToken))
            {
                lifetime.StopApplication();
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The daemon stops.
        }
    }

    /// <summary>False where somebody else has the store; a server that is away may come back.</summary>
    private async Task<bool> AgainAsync(ISharedStore shared, CancellationToken cancellationToken)
    {
        try
        {
            if (await shared.TryClaimAsync(sharing.IsAlone, cancellationToken) is not { } claim)
            {
                LogTaken(shared.Where);
                Taken = new StoreException($"Another daemon has taken {shared.Where} while it was out of reach, so this one stopped. Leave the jobs to that one, or stop it and start this one again.");
                return false;
            }

            await _claim!.DisposeAsync();
            _claim = claim;
            LogHeldAgain(shared.Where);
        }
        catch (StoreException exception)
        {
            LogAway(exception, shared.Where, Interval);
        }

        return true;
    }
}
