using Orleans.Runtime;

namespace Orleans.InProcess.Tests;

internal sealed class EchoGrain(Witness witness) : Grain, IEchoGrain, IDisposable
{
    private bool _hangs;
    private int _calls;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        witness.Saw($"{this.GetPrimaryKeyString()} activated");
        return Task.CompletedTask;
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        witness.Saw($"{this.GetPrimaryKeyString()} deactivated: {reason.ReasonCode}");
        if (_hangs)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }
    }

    public void Dispose() => witness.Saw($"{this.GetPrimaryKeyString()} disposed");

    public Task<string> EchoAsync(string text)
    {
        _calls++;
        return Task.FromResult(text);
    }

    public Task HangAsync()
    {
        witness.Saw($"{this.GetPrimaryKeyString()} hangs");
        return witness.ReleaseOf(this.GetPrimaryKeyString()).Task;
    }

    public Task ReleaseAsync()
    {
        witness.ReleaseOf(this.GetPrimaryKeyString()).TrySetResult();
        return Task.CompletedTask;
    }

    public Task<int> CallsAsync() => Task.FromResult(_calls);

    public Task StayAsync(TimeSpan time)
    {
        DelayDeactivation(time);
        return Task.CompletedTask;
    }

    public Task TickAsync(TimeSpan period, bool keepAlive)
    {
        this.RegisterGrainTimer(() => Task.CompletedTask, new GrainTimerCreationOptions(period, period) { KeepAlive = keepAlive });
        return Task.CompletedTask;
    }

    public Task<string?> AmbientAsync() => Task.FromResult(witness.Ambient.Value);

    public Task HangInDeactivationAsync()
    {
        _hangs = true;
        return Task.CompletedTask;
    }
}
