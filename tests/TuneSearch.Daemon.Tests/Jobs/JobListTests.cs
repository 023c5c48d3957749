using TuneSearch.Core.Jobs;
using TuneSearch.Core.Storage;
using TuneSearch.Daemon.Jobs;
using TuneSearch.Daemon.Tests.Fakes;
using TuneSearch.Storage.Memory;

namespace TuneSearch.Daemon.Tests.Jobs;

/// <summary>Months of jobs: what is over costs nothing any more.</summary>
public sealed class JobListTests : IAsyncDisposable
{
    /// <summary>More than the reader keeps in memory.</summary>
    private const int Many = 210;

    private readonly MemoryJobStore _store = new();
    private readonly JobParts _parts;

    public JobListTests() => _parts = new JobParts(_store);

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task List_OfMoreJobsThanAreKept_FoldsEachThatHasEndedOnce()
    {
        await SubmitAsync(Many, hasEnded: true);
        using var jobs = _parts.Service();

        (await jobs.ListAsync(default)).Length.ShouldBe(Many);
        (await jobs.ListAsync(default)).ShouldAllBe(job => job.Status == JobStatus.Done);

        _parts.Folds.ShouldBe(Many);
    }

    [Fact]
    public async Task List_AfterARestart_FoldsNoJobThatHasEnded()
    {
        await SubmitAsync(3, hasEnded: true);
        using (var before = _parts.Service())
        {
            await before.ListAsync(default);
        }

        _parts.Folds = 0;
        using var after = _parts.Service();

        (await after.ListAsync(default)).Select(job => (job.Id, job.Status)).ShouldBe([("job-3", JobStatus.Done), ("job-2", JobStatus.Done), ("job-1", JobStatus.Done)]);
        _parts.Folds.ShouldBe(0);
    }

    [Fact]
    public async Task List_WithAJobWhoseEventsCanNotBeRead_ShowsTheOthers()
    {
        await SubmitAsync(2, hasEnded: true);
        await _store.AppendAsync("job-1", 1, [new JobResumed(TimeSpan.Zero)], default);
        using var jobs = _parts.Service();

        var list = await jobs.ListAsync(default);

        list.Select(job => (job.Id, job.Status, job.Reason)).ShouldBe(
            [("job-2", JobStatus.Done, null), ("job-1", JobStatus.Failed, "Its stored events cannot be read by this version: not known here")]);
    }

    [Fact]
    public async Task GoOn_WithManyJobsThatHaveEnded_StartsTheOthersFirstAndFoldsWhatTheBoardShows()
    {
        await SubmitAsync(Many, hasEnded: true);
        await SubmitAsync(1, hasEnded: false, from: Many);
        var started = new List<(string Id, int FoldsBefore)>();
        _parts.Runner.OnStart = id => started.Add((id, _parts.Folds));
        using var start = _parts.GoOn();

        await start.StartAsync(default);
        await UntilAsync(() => _parts.Board.Jobs.Count == 1 + JobBoard.MaxEnded);

        started.ShouldBe([($"job-{Many + 1}", 1)]);
        _parts.Folds.ShouldBe(1 + JobBoard.MaxEnded);
        _parts.Board.Jobs.Select(job => job.Id).ShouldBe([$"job-{Many + 1}", .. Enumerable.Range(Many - JobBoard.MaxEnded + 1, JobBoard.MaxEnded).Select(number => $"job-{number}")]);
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!condition())
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private async Task SubmitAsync(int count, bool hasEnded, int from = 0)
    {
        foreach (var number in Enumerable.Range(from + 1, count))
        {
            await _store.CreateAsync(new StoredJob($"job-{number}", "job", Bundles.Simulated(), DateTimeOffset.UnixEpoch.AddSeconds(number)), default);
            if (hasEnded)
            {
                await _store.AppendAsync($"job-{number}", 0, [new JobEnded(TimeSpan.Zero, JobStatus.Done)], default);
            }
        }
    }
}
