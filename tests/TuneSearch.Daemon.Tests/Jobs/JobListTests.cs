using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NSubstitute;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Storage;
using TuneSearch.Daemon.Hosting;
using TuneSearch.Daemon.Jobs;
using TuneSearch.Daemon.Options;
using TuneSearch.Daemon.Tests.Fakes;
using TuneSearch.Files.Jobs;
using TuneSearch.Kafka.Catalogue;
using TuneSearch.Kafka.Clusters.Simulated;
using TuneSearch.Storage.Memory;
using TuneSearch.Testing.Time;

namespace TuneSearch.Daemon.Tests.Jobs;

/// <summary>Months of jobs: what is over costs nothing any more.</summary>
public sealed class JobListTests : IAsyncDisposable
{
    /// <summary>More than the reader keeps in memory.</summary>
    private const int Many = 210;

    private readonly MemoryJobStore _store = new();
    private readonly IJobDirectorFactory _directors = Substitute.For<IJobDirectorFactory>();
    private readonly Runner _runner = new();
    private readonly ManualTime _time = new();
    private int _folds;

    public JobListTests() => _directors.Create(Arg.Any<JobSpec>()).Returns(call =>
    {
        _folds++;
        return Director(call.Arg<JobSpec>());
    });

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task List_OfMoreJobsThanAreKept_FoldsEachThatHasEndedOnce()
    {
        await SubmitAsync(Many, hasEnded: true);
        using var jobs = Jobs();

        (await jobs.ListAsync(default)).Length.ShouldBe(Many);
        (await jobs.ListAsync(default)).ShouldAllBe(job => job.Status == JobStatus.Done);

        _folds.ShouldBe(Many);
    }

    [Fact]
    public async Task List_AfterARestart_FoldsNoJobThatHasEnded()
    {
        await SubmitAsync(3, hasEnded: true);
        using (var before = Jobs())
        {
            await before.ListAsync(default);
        }

        _folds = 0;
        using var after = Jobs();

        (await after.ListAsync(default)).Select(job => (job.Id, job.Status)).ShouldBe([("job-3", JobStatus.Done), ("job-2", JobStatus.Done), ("job-1", JobStatus.Done)]);
        _folds.ShouldBe(0);
    }

    [Fact]
    public async Task List_WithAJobWhoseEventsCanNotBeRead_ShowsTheOthers()
    {
        await SubmitAsync(2, hasEnded: true);
        await _store.AppendAsync("job-1", 1, [new JobResumed(TimeSpan.Zero)], default);
        using var jobs = Jobs();

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
        _runner.OnStart = id => started.Add((id, _folds));
        var board = new JobBoard();
        using var start = new JobsGoOn(_store, Reader(), new EndedJobs(_store), board, Admission(), _runner, NullLogger<JobsGoOn>.Instance);

        await start.StartAsync(default);
        await start.ExecuteTask!;

        started.ShouldBe([($"job-{Many + 1}", 1)]);
        _folds.ShouldBe(1 + JobBoard.MaxEnded);
        board.Jobs.Select(job => job.Id).ShouldBe([$"job-{Many + 1}", .. Enumerable.Range(Many - JobBoard.MaxEnded + 1, JobBoard.MaxEnded).Select(number => $"job-{number}")]);
    }

    private async Task SubmitAsync(int count, bool hasEnded, int from = 0)
    {
        foreach (var number in Enumerable.Range(from + 1, count))
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await _store.CreateAsync(new StoredJob($"job-{number}", "job", Bundles.Simulated(), _time.GetUtcNow()), default);
            if (hasEnded)
            {
                await _store.AppendAsync($"job-{number}", 0, [new JobEnded(TimeSpan.Zero, JobStatus.Done)], default);
            }
        }
    }

    private static IJobDirector Director(JobSpec job)
    {
        var director = Substitute.For<IJobDirector>();
        director.View.Returns(new JobView(job.Name, JobStatus.Running));
        director.When(it => it.Apply(Arg.Any<JobEnded>())).Do(_ => director.View.Returns(new JobView(job.Name, JobStatus.Done)));
        director.When(it => it.Apply(Arg.Any<JobResumed>())).Throw(new InvalidOperationException("not known here"));
        return director;
    }

    private JobService Jobs() => new(
        _store, Reader(), new EndedJobs(_store), _runner, Admission(), new JobChanges(), _time, Microsoft.Extensions.Options.Options.Create(new DaemonOptions()));

    private JobReader Reader() => new(_store, Loader(), _directors);

    private static JobAdmission Admission() => new(Loader(), [new SimulatedClusterDriver()], []);

    private static JobLoader Loader() => new(new KafkaParameterCatalogue());

    private sealed class Runner : IJobRunner
    {
        public Action<string> OnStart { get; set; } = _ => { };

        public Task EnsureRunningAsync(string id, CancellationToken cancellationToken)
        {
            OnStart(id);
            return Task.CompletedTask;
        }

        public Task PauseAsync(string id, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task ResumeAsync(string id, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task CancelAsync(string id, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task<string?> CheckAsync(CancellationToken cancellationToken) => Task.FromResult<string?>(null);
    }
}
