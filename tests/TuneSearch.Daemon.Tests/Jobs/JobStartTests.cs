using NSubstitute;
using NSubstitute.ExceptionExtensions;
using TuneSearch.Core.Storage;
using TuneSearch.Daemon.Tests.Fakes;
using TuneSearch.Storage.Memory;

namespace TuneSearch.Daemon.Tests.Jobs;

/// <summary>A job that is stored is run, whatever stands in the way when it is submitted or found.</summary>
public sealed class JobStartTests : IAsyncDisposable
{
    private readonly MemoryJobStore _store = new();
    private readonly JobParts _parts;

    public JobStartTests() => _parts = new JobParts(_store);

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Submit_StoreThatFailsWhenTheJobIsStarted_StartsItLater()
    {
        var startedAgain = FailsOnce(new StoreException("The store 'jobs.db' is held by another process."));
        using var jobs = _parts.Service();
        using var start = _parts.GoOn();
        await start.StartAsync(default);

        var submitted = await jobs.SubmitAsync(Bundles.Simulated(), default);

        (await startedAgain).ShouldBe(submitted.Id);
    }

    [Fact]
    public async Task GoOn_StoreThatFailsInsideAGrain_StartsTheJobLater()
    {
        await _store.CreateAsync(new StoredJob("nightly-1", "nightly", Bundles.Simulated(), DateTimeOffset.UnixEpoch), default);
        var startedAgain = FailsOnce(new InvalidOperationException("The activation failed.", new StoreException("The server is away.")));
        using var start = _parts.GoOn();

        await start.StartAsync(default);

        (await startedAgain).ShouldBe("nightly-1");
    }

    /// <summary>A job of hundreds of trials is folded for longer than a call of a grain waits.</summary>
    [Fact]
    public async Task GoOn_GrainThatTakesLongerThanItsCallersWait_StartsTheJobLater()
    {
        await _store.CreateAsync(new StoredJob("nightly-1", "nightly", Bundles.Simulated(), DateTimeOffset.UnixEpoch), default);
        var startedAgain = FailsOnce(new TimeoutException("ISearchJobGrain.StartAsync of grain searchjob/nightly-1 gave no answer within 30 s."));
        using var start = _parts.GoOn();

        await start.StartAsync(default);

        (await startedAgain).ShouldBe("nightly-1");
    }

    [Fact]
    public async Task Submit_JobThatCanNotBeStarted_SaysSo()
    {
        using var jobs = _parts.Service();
        _parts.Runner.OnStart = _ => throw new InvalidOperationException("no grains");

        (await Should.ThrowAsync<InvalidOperationException>(() => jobs.SubmitAsync(Bundles.Simulated(), default))).Message.ShouldBe("no grains");
    }

    /// <summary>Members of a cluster share a store, and each numbers jobs by what it saw there.</summary>
    [Fact]
    public async Task Submit_IdThatAnotherDaemonTakesMeanwhile_TakesTheNext()
    {
        var store = Substitute.For<IJobStore>();
        var other = new StoredJob("nightly-1", "nightly", Bundles.Simulated(), DateTimeOffset.UnixEpoch);
        store.ListAsync(default).ReturnsForAnyArgs([], [other]);
        store.CreateAsync(Arg.Is<StoredJob>(job => job.Id == other.Id), Arg.Any<CancellationToken>()).ThrowsAsync(new JobExistsException(other.Id));
        store.FindAsync("nightly-2", Arg.Any<CancellationToken>()).Returns(other with { Id = "nightly-2" });
        store.ReadAsync("nightly-2", 0, Arg.Any<CancellationToken>()).Returns([]);
        using var jobs = new JobParts(store).Service();

        (await jobs.SubmitAsync(other.Bundle, default)).Id.ShouldBe("nightly-2");
    }

    /// <summary>The id of the job that is started after a start that failed.</summary>
    private Task<string> FailsOnce(Exception failure)
    {
        var again = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var hasFailed = false;
        _parts.Runner.OnStart = id =>
        {
            if (!hasFailed)
            {
                hasFailed = true;
                throw failure;
            }

            again.SetResult(id);
        };
        return again.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }
}
