using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;
using TuneSearch.Core.Storage;
using TuneSearch.Daemon.Hosting;
using TuneSearch.Daemon.Storage;
using TuneSearch.Testing.Time;

namespace TuneSearch.Daemon.Tests.Hosting;

public sealed class StoreClaimedTests : IAsyncDisposable
{
    private readonly ManualTime _time = new();
    private readonly IHostApplicationLifetime _lifetime = Substitute.For<IHostApplicationLifetime>();
    private readonly IJobStore _store = Substitute.For<IJobStore, ISharedStore>();
    private readonly IStoreClaim _claim = Substitute.For<IStoreClaim>();
    private readonly StoreClaimed _claimed;

    public StoreClaimedTests()
    {
        Shared.Where.Returns("the store");
        Answers(_claim);
        _claim.StandsAsync(Arg.Any<CancellationToken>()).Returns(true);
        _claimed = new StoreClaimed(new OpenStore(_store), new JobSharing(IsAlone: true), _time, _lifetime, NullLogger<StoreClaimed>.Instance);
    }

    private ISharedStore Shared => (ISharedStore)_store;

    public async ValueTask DisposeAsync()
    {
        await _claimed.StopAsync(CancellationToken.None);
        await _claimed.DisposeAsync();
    }

    [Fact]
    public async Task Start_WhereAnotherDaemonHoldsTheStore_IsRefused()
    {
        Answers(null);

        (await Should.ThrowAsync<StoreException>(() => _claimed.StartAsync(CancellationToken.None))).Message.ShouldBe(
            "Another daemon works on the jobs of the store: both would run each of them. "
            + "Stop it, name another database, or make all daemons one cluster (Orleans:Redis, in the full package set).");
    }

    [Fact]
    public async Task Start_AStoreOfOneProcess_NeedsNoHold()
    {
        await using var other = new StoreClaimed(
            new OpenStore(Substitute.For<IJobStore>()), new JobSharing(IsAlone: true), _time, _lifetime, NullLogger<StoreClaimed>.Instance);

        await other.StartAsync(CancellationToken.None);
        await other.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Watch_AHoldThatStands_AsksForNoOther()
    {
        await _claimed.StartAsync(CancellationToken.None);
        _time.Advance(StoreClaimed.Interval);

        await _claim.Received(1).StandsAsync(Arg.Any<CancellationToken>());
        await Shared.Received(1).TryClaimAsync(true, Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task Watch_AHoldThatWasLost_IsTakenAgain()
    {
        var second = Substitute.For<IStoreClaim>();
        second.StandsAsync(Arg.Any<CancellationToken>()).Returns(true);
        await _claimed.StartAsync(CancellationToken.None);
        _claim.StandsAsync(Arg.Any<CancellationToken>()).Returns(false);
        Answers(second);

        _time.Advance(StoreClaimed.Interval);
        _time.Advance(StoreClaimed.Interval);

        await _claim.Received(1).DisposeAsync();
        await second.Received(1).StandsAsync(Arg.Any<CancellationToken>());
        _lifetime.DidNotReceive().StopApplication();
    }

    [Fact]
    public async Task Watch_WhileTheServerIsAway_TriesAgain()
    {
        await _claimed.StartAsync(CancellationToken.None);
        _claim.StandsAsync(Arg.Any<CancellationToken>()).Returns(false);
        Shared.TryClaimAsync(true, Arg.Any<CancellationToken>()).Returns<IStoreClaim?>(_ => throw new StoreException("away"));

        _time.Advance(StoreClaimed.Interval);
        _time.Advance(StoreClaimed.Interval);

        await Shared.Received(3).TryClaimAsync(true, Arg.Any<CancellationToken>());
        _lifetime.DidNotReceive().StopApplication();
    }

    [Fact]
    public async Task Watch_WhereAnotherDaemonTookTheStore_StopsThisOne()
    {
        await _claimed.StartAsync(CancellationToken.None);
        _claim.StandsAsync(Arg.Any<CancellationToken>()).Returns(false);
        Answers(null);

        _time.Advance(StoreClaimed.Interval);

        _lifetime.Received(1).StopApplication();
        _claimed.Taken!.Message.ShouldBe(
            "Another daemon has taken the store while it was out of reach, so this one stopped. Leave the jobs to that one, or stop it and start this one again.");
    }

    [Fact]
    public async Task Dispose_LetsGo()
    {
        await _claimed.StartAsync(CancellationToken.None);
        await _claimed.StopAsync(CancellationToken.None);
        await _claim.DidNotReceive().DisposeAsync();

        await _claimed.DisposeAsync();

        await _claim.Received(1).DisposeAsync();
    }

    private void Answers(IStoreClaim? claim) => Shared.TryClaimAsync(true, Arg.Any<CancellationToken>()).Returns(claim);
}
