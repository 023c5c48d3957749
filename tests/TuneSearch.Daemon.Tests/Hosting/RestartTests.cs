using TuneSearch.Core.Jobs;
using TuneSearch.Daemon.Api.Contracts;
using TuneSearch.Daemon.Tests.Api;
using TuneSearch.Daemon.Tests.Fakes;

namespace TuneSearch.Daemon.Tests.Hosting;

public sealed class RestartTests
{
    /// <summary>Stopped in the middle of a trial and started again, a job takes the very decisions that it takes undisturbed.</summary>
    [Theory]
    [InlineData("none", 24)]
    [InlineData("gate", 100)]
    public async Task Start_AfterAStopHalfway_GoesOnWithTheSameDecisions(string verification, int trials)
    {
        using var folder = new DataFolder();
        var bundle = Bundles.Simulated(trials, verification: verification);
        await using (var first = await RunningDaemon.StartAsync(folder.Request, JobLifeTests.StuckAt(trials / 2)))
        {
            await first.SubmitAsync(bundle);
            await first.UntilAsync("nightly-1", job => job.Job.TrialsDone == (trials / 2) - 1 && job.TrialsInFlight == 1);
            await first.StopAsync();
        }

        await using var second = await RunningDaemon.StartAsync(folder.Request);
        await second.UntilAsync("nightly-1", job => job.Job.Status == JobStatus.Done);
        await using var undisturbed = await RunningDaemon.StartAsync(SharedDaemon.InMemory);
        await undisturbed.SubmitAsync(bundle);
        await undisturbed.UntilAsync("nightly-1", job => job.Job.Status == JobStatus.Done);

        (await DecisionsAsync(second)).ShouldBe(await DecisionsAsync(undisturbed));
    }

    /// <summary>The trial in flight was planned by the process before; what for is stored with it.</summary>
    [Fact]
    public async Task Start_AfterAStopHalfway_CountsTheTrialUnderItsPurpose()
    {
        using var folder = new DataFolder();
        await using (var first = await RunningDaemon.StartAsync(folder.Request, JobLifeTests.StuckAt(3)))
        {
            await first.SubmitAsync(Bundles.Simulated(trials: 5));
            await first.UntilAsync("nightly-1", job => job.Job.TrialsDone == 2 && job.TrialsInFlight == 1);
            await first.StopAsync();
        }

        await using var second = await RunningDaemon.StartAsync(folder.Request);
        await second.UntilAsync("nightly-1", job => job.Job.Status == JobStatus.Done);

        (await second.Http.GetStringAsync("/metrics")).Split('\n').Where(line => line.StartsWith("tunesearch_trials_total{", StringComparison.Ordinal) && !line.EndsWith(" 0", StringComparison.Ordinal))
            .ShouldBe(["tunesearch_trials_total{outcome=\"measured\",purpose=\"search\"} 3"]);
    }

    [Fact]
    public async Task Start_DataDirectoryInUse_IsRefused()
    {
        using var folder = new DataFolder();
        await using var first = await RunningDaemon.StartAsync(folder.Request);

        var refused = await Should.ThrowAsync<TuneSearch.Core.Validation.InvalidInputException>(() => RunningDaemon.StartAsync(folder.Request));

        refused.Problems.Single().Where.ShouldBe(folder.Path);
        refused.Problems.Single().Message.ShouldStartWith("another daemon uses this data directory");
        refused.Problems.Single().Remedy.ShouldBe("Stop it, or choose another directory with --data");
    }

    [Fact]
    public async Task Start_PortInUse_Fails()
    {
        await using var first = await RunningDaemon.StartAsync(SharedDaemon.InMemory);

        await Should.ThrowAsync<IOException>(() => RunningDaemon.StartAsync(SharedDaemon.InMemory with { Listen = first.Http.BaseAddress!.GetLeftPart(UriPartial.Authority) }));
    }

    [Fact]
    public async Task Stop_WhileWatched_EndsTheStream()
    {
        await using var daemon = await RunningDaemon.StartAsync(SharedDaemon.InMemory, JobLifeTests.StuckAt(3));
        await daemon.SubmitAsync(Bundles.Simulated(trials: 12));
        var watching = daemon.EventsAsync("nightly-1").ToArrayAsync().AsTask();
        await daemon.UntilAsync("nightly-1", job => job.Job.TrialsDone == 2);

        await daemon.StopAsync();

        (await watching).OfType<JobDetail>().Last().Job.Status.ShouldBe(JobStatus.Running);
    }

    private static async Task<string[]> DecisionsAsync(RunningDaemon daemon) =>
    [
        .. (await daemon.GetAsync<TrialRow[]>("/jobs/nightly-1/trials")).Select(row => $"{row.Trial} {row.Purpose} {row.Move} {row.Configuration} {row.Objective:R}"),
        (await daemon.Http.GetStringAsync("/api/v1/jobs/nightly-1/best?unverified=true")),
    ];
}
