using Microsoft.Extensions.DependencyInjection;

using TuneSearch.Core.Jobs;
using TuneSearch.Daemon.Api.Contracts;
using TuneSearch.Daemon.Hosting;
using TuneSearch.Daemon.Jobs;
using TuneSearch.Daemon.Tests.Fakes;

namespace TuneSearch.Daemon.Tests.Api;

public sealed class JobLifeTests
{
    private static readonly HostRequest InMemory = new() { Settings = new Dictionary<string, string?> { ["TuneSearch:Store:Kind"] = "memory" } };

    [Fact]
    public async Task Submit_SimulatedJob_RunsToItsEnd()
    {
        await using var daemon = await RunningDaemon.StartAsync(InMemory, services => services.AddSingleton<IJobRunner, DirectRunner>());

        var submitted = await daemon.SubmitAsync(Bundles.Simulated(trials: 12));
        var ended = await daemon.UntilAsync(submitted.Job.Id, job => job.Job.Status == JobStatus.Done);

        submitted.Job.Id.ShouldBe("nightly-1");
        ended.Job.TrialsDone.ShouldBe(12);
        ended.Answer!.Verdict.ShouldBe(Verdict.Unverified);
        (await daemon.GetAsync<TrialRow[]>("/jobs/nightly-1/trials")).Length.ShouldBe(12);
    }
}
