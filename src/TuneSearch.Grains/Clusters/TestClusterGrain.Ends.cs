namespace TuneSearch.Grains.Clusters;

/// <content>How leases end: given back, run out, or with the work that ran under them; the cluster is put back in each case.</content>
internal sealed partial class TestClusterGrain
{
    private void StartWatch()
    {
        var often = options.Value.LeaseTerm / 4;
        _watch ??= this.RegisterGrainTimer(WatchAsync, new GrainTimerCreationOptions(often, often) { KeepAlive = true });
    }

    private async Task WatchAsync()
    {
        if (_lease.IsExpired(time.GetUtcNow()))
        {
            LogExpired(logger, Name, _lease.Job!, _lease.Until);
            await EndLeaseAsync();
        }

        if (_lease.Job is null && !IsWorking && _holder is null)
        {
            _watch?.Dispose();
            _watch = null;
        }
    }

    private async Task EndLeaseAsync()
    {
        if (IsWorking)
        {
            // The lease ends at once, so that nobody begins anything under it; what runs stops and closes behind itself.
            _lease = _lease.Ended();
            _endAfterWork = true;
            _work!.Stop();
            return;
        }

        try
        {
            await SaveAsync(_lease.Ended());
        }
        finally
        {
            // On a full disk as well: nobody would come back to it, for the lease is over here.
            BeginClose();
        }
    }

    /// <summary>However the work came to its end: a lease that ended meanwhile leaves no open cluster, and its end does not fall upon the next lease.</summary>
    private async Task EndIfAskedAsync()
    {
        if (_endAfterWork)
        {
            _endAfterWork = false;
            await CloseAsync();
            await SaveAsync(_lease.Ended());
        }
    }

    private void BeginClose()
    {
        if (_holder is not null)
        {
            Start(async _ =>
            {
                await CloseAsync();
                return null;
            });
        }
    }

    private async Task CloseAsync()
    {
        if (_holder is not { } holder)
        {
            return;
        }

        var failure = await holder.CloseAsync();
        _holder = null;
        if (failure is null)
        {
            LogClosed(logger, Name);
        }
        else
        {
            LogCloseFailed(logger, failure, Name);
        }
    }
}
