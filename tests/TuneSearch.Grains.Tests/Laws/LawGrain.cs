using TuneSearch.Grains.Hosting;
using TuneSearch.Grains.Jobs;

namespace TuneSearch.Grains.Tests.Laws;

internal sealed class LawGrain(
    [PersistentState("count", GrainStorageName.Value)] IPersistentState<Count> count,
    Gates gates,
    Diary diary) : Grain, ILawGrain
{
    private readonly Crowd _crowd = new();
    private Parcel? _kept;
    private IGrainTimer? _timer;
    private int _ticks;

    private string Key => this.GetPrimaryKeyString();

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        diary.Write(Key, "activated");
        return Key.StartsWith("broken", StringComparison.Ordinal) && diary.Read(Key).Length == 1
            ? throw new InvalidOperationException("cannot wake up")
            : Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        diary.Write(Key, $"deactivated: {reason.ReasonCode}");
        return Task.CompletedTask;
    }

    public Task<int> WorkAsync() => _crowd.WorkAsync();

    public Task<int> WorkBesideAsync() => _crowd.WorkAsync();

    public async Task<bool> ComesBackAsync()
    {
        var before = TaskScheduler.Current;
        await Task.Run(() => { });
        return before != TaskScheduler.Default && ReferenceEquals(before, TaskScheduler.Current);
    }

    public Task WaitAsync(string gate) => gates.PassAsync(gate);

    public Task WaitBesideAsync(string gate) => gates.PassAsync(gate);

    public Task WaitReadingAsync(string gate) => gates.PassAsync(gate);

    public Task KeepAsync(Parcel parcel)
    {
        _kept = parcel;
        return Task.CompletedTask;
    }

    public Task<Parcel> KeptAsync() => Task.FromResult(_kept!);

    public Task TakeAsync(object anything) => Task.CompletedTask;

    public async Task ThrowAsync(string message)
    {
        await Task.Yield();
        throw new InvalidOperationException(message);
    }

    public Task ThrowUnknownJobAsync(string id) => throw UnknownJobException.Of(id);

    public async Task<string> CallThereAsync(string other) => await GrainFactory.GetGrain<ILawGrain>(other).CallBackAsync(Key);

    public async Task<string> CallBackAsync(string caller)
    {
        _ = gates.PassAsync($"called back {caller}");
        return await GrainFactory.GetGrain<ILawGrain>(caller).EchoAsync("never");
    }

    public Task<string> EchoAsync(string text) => Task.FromResult(text);

    public Task GoIdleAsync()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public Task GoIdleSlowlyAsync(string gate)
    {
        DeactivateOnIdle();
        return gates.PassAsync(gate);
    }

    public Task StartTimerAsync(TimeSpan dueTime, TimeSpan period, bool interleave, string? gate)
    {
        _timer = this.RegisterGrainTimer(
            async cancellationToken =>
            {
                _ticks++;
                diary.Write(Key, $"tick {_ticks}");
                if (gate is not null)
                {
                    await gates.PassAsync(gate);
                }
            },
            new GrainTimerCreationOptions(dueTime, period) { Interleave = interleave });
        return Task.CompletedTask;
    }

    public Task StopTimerAsync()
    {
        _timer?.Dispose();
        return Task.CompletedTask;
    }

    public Task<int> TicksAsync() => Task.FromResult(_ticks);

    public Task<int> TicksBesideAsync() => Task.FromResult(_ticks);

    public Task WorkOnAsync(string gate)
    {
        _ = WorkAsync();
        return Task.CompletedTask;

        async Task WorkAsync()
        {
            var scheduler = TaskScheduler.Current;
            await gates.PassAsync(gate);
            diary.Write(Key, ReferenceEquals(scheduler, TaskScheduler.Current) ? "worked in its turns" : "worked elsewhere");
        }
    }

    public Task SetStateAsync(int value)
    {
        count.State.Value = value;
        return count.WriteStateAsync();
    }

    public Task<int> GetStateAsync() => Task.FromResult(count.State.Value);

    public Task ClearStateAsync() => count.ClearStateAsync();
}
