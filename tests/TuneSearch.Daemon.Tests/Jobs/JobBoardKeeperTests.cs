using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Storage;
using TuneSearch.Daemon.Jobs;
using TuneSearch.Daemon.Tests.Fakes;
using TuneSearch.Files.Jobs;
using TuneSearch.Kafka.Catalogue;

namespace TuneSearch.Daemon.Tests.Jobs;

public sealed class JobBoardKeeperTests : IDisposable
{
    private readonly IJobStore _store = Substitute.For<IJobStore>();
    private readonly JobChanges _changes = new();
    private readonly JobBoard _board = new();
    private readonly JobBoardKeeper _keeper;

    public JobBoardKeeperTests()
    {
        var directors = Substitute.For<IJobDirectorFactory>();
        directors.Create(Arg.Any<JobSpec>()).Returns(call =>
        {
            var director = Substitute.For<IJobDirector>();
            director.View.Returns(new JobView(call.Arg<JobSpec>().Name, JobStatus.Running));
            return director;
        });
        var reader = new JobReader(_store, new JobLoader(new KafkaParameterCatalogue()), directors);
        _store.ReadAsync(Arg.Any<string>(), Arg.Any<long>(), Arg.Any<CancellationToken>()).Returns([]);
        _keeper = new JobBoardKeeper(reader, _board, new EndedJobs(_store), _changes, NullLogger<JobBoardKeeper>.Instance);
    }

    public void Dispose() => _keeper.Dispose();

    [Fact]
    public async Task Changed_ManyJobsWhileOneIsRead_ReachesTheBoardForEach()
    {
        const int Many = 2000;
        var (began, goOn, last) = (new TaskCompletionSource(), new TaskCompletionSource(), new TaskCompletionSource());
        Found("slow", async () =>
        {
            began.SetResult();
            await goOn.Task;
        });
        Found("quiet", () => Task.CompletedTask);
        Found("last", () =>
        {
            last.SetResult();
            return Task.CompletedTask;
        });
        await _keeper.StartAsync(default);
        _changes.Changed("slow");
        await began.Task;

        _changes.Changed("quiet");
        foreach (var number in Enumerable.Range(1, Many))
        {
            _changes.Changed($"busy-{number % (Many / 2)}");
        }

        _changes.Changed("last");
        goOn.SetResult();
        await last.Task;
        await _keeper.StopAsync(default);

        _board.Jobs.Select(job => job.Id).ShouldContain("quiet");
        await _store.Received(1).FindAsync("busy-1", Arg.Any<CancellationToken>());
    }

    private void Found(string id, Func<Task> meanwhile) => _store.FindAsync(id, Arg.Any<CancellationToken>()).Returns(async Task<StoredJob?> (_) =>
    {
        await meanwhile();
        return new StoredJob(id, id, Bundles.Simulated(), DateTimeOffset.UnixEpoch);
    });
}
