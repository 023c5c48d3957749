using TuneSearch.Core.Storage;
using TuneSearch.Core.Validation;
using TuneSearch.Daemon.Jobs;
using TuneSearch.Daemon.Tests.Fakes;
using TuneSearch.Storage.Memory;

namespace TuneSearch.Daemon.Tests.Jobs;

/// <summary>A daemon whose settings were made stricter does not run, by whatever way, what they no longer allow.</summary>
public sealed class JobChangeTests : IAsyncDisposable
{
    private readonly MemoryJobStore _store = new();
    private readonly JobParts _parts;

    public JobChangeTests() => _parts = new JobParts(_store) { Refusal = new Problem("cluster.command", "the daemon's settings do not allow it to start 'sh'", "Allow it") };

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Theory]
    [InlineData("pause")]
    [InlineData("resume")]
    public async Task PauseOrResume_JobThatSettingsAllowNoMore_IsRefusedAndReachesNoRunner(string verb)
    {
        using var jobs = await StoredAsync();

        var refused = await Should.ThrowAsync<InvalidInputException>(() => verb == "pause" ? jobs.PauseAsync("nightly-1", default) : jobs.ResumeAsync("nightly-1", default));

        refused.Problems.ShouldHaveSingleItem().ShouldBe(_parts.Refusal! with { Where = "job.yaml:6:10" });
        _parts.Runner.Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Cancel_JobThatSettingsAllowNoMore_IsDone()
    {
        using var jobs = await StoredAsync();

        (await jobs.CancelAsync("nightly-1", default)).ShouldNotBeNull();

        _parts.Runner.Changes.ShouldBe(["cancel nightly-1"]);
    }

    private async Task<JobService> StoredAsync()
    {
        await _store.CreateAsync(new StoredJob("nightly-1", "nightly", Bundles.Simulated(), DateTimeOffset.UnixEpoch), default);
        return _parts.Service();
    }
}
