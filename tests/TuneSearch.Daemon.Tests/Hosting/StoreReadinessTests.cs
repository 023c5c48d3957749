using NSubstitute;
using TuneSearch.Core.Storage;
using TuneSearch.Daemon.Health;
using TuneSearch.Testing.Time;

namespace TuneSearch.Daemon.Tests.Hosting;

public sealed class StoreReadinessTests
{
    private readonly ManualTime _time = new();
    private readonly IJobStore _store = Substitute.For<IJobStore>();

    /// <summary>Anybody may ask without a token, and each write is a durable one.</summary>
    [Fact]
    public async Task CheckAsync_ManyInASecond_WriteOnce()
    {
        var readiness = new StoreReadiness(_store, _time);

        for (var i = 0; i < 10; i++)
        {
            (await readiness.CheckAsync(default)).ShouldBeNull();
            _time.Advance(TimeSpan.FromMilliseconds(90));
        }

        await Written(1);
    }

    [Fact]
    public async Task CheckAsync_AfterASecond_LooksAgain()
    {
        var readiness = new StoreReadiness(_store, _time);
        _store.PutStateAsync(default!, default, default).ReturnsForAnyArgs(Task.FromException(new StoreException("The disk is full.")), Task.CompletedTask);
        await Should.ThrowAsync<StoreException>(() => readiness.CheckAsync(default));
        await Should.ThrowAsync<StoreException>(() => readiness.CheckAsync(default));

        _time.Advance(TimeSpan.FromSeconds(1));

        (await readiness.CheckAsync(default)).ShouldBeNull();
        await Written(2);
    }

    private Task Written(int times) => _store.ReceivedWithAnyArgs(times).PutStateAsync(default!, default, default);
}
