using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Jobs.Answers;
using TuneSearch.Core.Storage;
using TuneSearch.Daemon.Api.Contracts;
using TuneSearch.Daemon.Tests.Fakes;

namespace TuneSearch.Daemon.Tests.Api;

public sealed class JobLifeTests
{
    [Fact]
    public async Task Submit_SimulatedJob_RunsToItsEnd()
    {
        await using var daemon = await RunningDaemon.StartAsync(SharedDaemon.InMemory);

        var submitted = await daemon.SubmitAsync(Bundles.Simulated(trials: 12));
        var ended = await daemon.UntilAsync(submitted.Job.Id, job => job.Job.Status == JobStatus.Done);

        submitted.Job.Id.ShouldBe("nightly-1");
        ended.Job.TrialsDone.ShouldBe(12);
        ended.Answer!.Verdict.ShouldBe(Verdict.Unverified);
        var trials = await daemon.GetAsync<TrialRow[]>("/jobs/nightly-1/trials");
        trials.Select(row => row.Trial).ShouldBe(Enumerable.Range(1, 12));
        trials.ShouldAllBe(row => row.Outcome == "measured" && row.Objective == row.Metrics["throughput"]);
        (await daemon.GetAsync<ProgressPoint[]>("/jobs/nightly-1/progress"))[^1].BestObjective.ShouldBe(ended.Job.BestObjective);
    }

    [Fact]
    public async Task Watch_FromAVersion_TellsOnlyWhatChangedSince()
    {
        await using var daemon = await RunningDaemon.StartAsync(SharedDaemon.InMemory);
        await daemon.SubmitAsync(Bundles.Simulated(trials: 8));
        var ended = await daemon.UntilAsync("nightly-1", job => job.Job.Status == JobStatus.Done);
        var trials = await daemon.GetAsync<TrialRow[]>("/jobs/nightly-1/trials");

        var all = await daemon.EventsAsync("nightly-1").ToArrayAsync();
        var later = await daemon.EventsAsync("nightly-1", since: trials[4].Version).ToArrayAsync();
        var nothing = await daemon.EventsAsync("nightly-1", since: ended.Version).ToArrayAsync();

        all.OfType<TrialRow>().Select(row => row.Trial).ShouldBe(Enumerable.Range(1, 8));
        later.OfType<TrialRow>().Select(row => row.Trial).ShouldBe([6, 7, 8]);
        nothing.ShouldHaveSingleItem().ShouldBeOfType<JobDetail>().Version.ShouldBe(ended.Version);
    }

    [Fact]
    public async Task Pause_Resume_Cancel_ChangeTheStatusOnce()
    {
        await using var daemon = await RunningDaemon.StartAsync(SharedDaemon.InMemory, StuckAt(3));
        await daemon.SubmitAsync(Bundles.Simulated(trials: 12));
        await daemon.UntilAsync("nightly-1", job => job.Job.TrialsDone == 2 && job.TrialsInFlight == 1);

        var paused = await daemon.PostAsync("nightly-1", "pause");
        var resumed = await daemon.PostAsync("nightly-1", "resume");
        var cancelled = await daemon.PostAsync("nightly-1", "cancel");
        var again = await daemon.Http.PostAsync("/api/v1/jobs/nightly-1/cancel", null);

        paused.Job.Status.ShouldBe(JobStatus.Paused);
        resumed.Job.Status.ShouldBe(JobStatus.Running);
        cancelled.Job.Status.ShouldBe(JobStatus.Cancelled);
        cancelled.Job.TrialsDone.ShouldBe(2);
        (cancelled.Job.Phase, cancelled.TrialsInFlight).ShouldBe(("search", 0));
        cancelled.Job.BestIsBaseline.ShouldBe(cancelled.Best!.Equals(cancelled.Baseline));
        (await daemon.GetAsync<TrialRow[]>("/jobs/nightly-1/trials")).Select(row => (row.Trial, row.Outcome, row.Reason))
            .ShouldBe([(1, "measured", null), (2, "measured", null), (3, "stopped", "the job was cancelled")]);
        again.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await DetailAsync(again)).ShouldBe(
            "nightly-1: the job is cancelled, and only a job that has not ended can be cancelled. Submit its file again to run it anew");
    }

    [Fact]
    public async Task Best_UnverifiedJob_IsHandedOutOnlyWhenAskedFor()
    {
        await using var daemon = await RunningDaemon.StartAsync(SharedDaemon.InMemory);
        await daemon.SubmitAsync(Bundles.Simulated(trials: 12));
        await daemon.UntilAsync("nightly-1", job => job.Job.Status == JobStatus.Done);

        var refused = await daemon.Http.GetAsync("/api/v1/jobs/nightly-1/best");
        var properties = await daemon.Http.GetStringAsync("/api/v1/jobs/nightly-1/best?unverified=true");
        var json = await daemon.GetAsync<AnswerDocument>("/jobs/nightly-1/best?format=json&unverified=true");

        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await DetailAsync(refused)).ShouldBe(
            "nightly-1: its best configuration was not verified by fresh measurements, so it may be luck. Ask for it with --unverified (unverified=true), or run the job with verification: gate");
        properties.ShouldContain("# UNVERIFIED: ");
        json.Verdict.ShouldBe(Verdict.Unverified);
        json.Changes.ShouldAllBe(change => properties.Contains($"\n{change.Parameter}={change.Tuned}\n", StringComparison.Ordinal));
    }

    /// <summary>It had a gate to come, so telling its owner to ask for one is no way out.</summary>
    [Fact]
    public async Task Best_CancelledBeforeItsGate_SaysToLetItRunToItsEnd()
    {
        await using var daemon = await RunningDaemon.StartAsync(SharedDaemon.InMemory, StuckAt(30));
        await daemon.SubmitAsync(Bundles.Simulated(trials: 100, verification: "gate"));
        await daemon.UntilAsync("nightly-1", job => job.Job.TrialsDone == 29);
        await daemon.PostAsync("nightly-1", "cancel");

        var refused = await daemon.Http.GetAsync("/api/v1/jobs/nightly-1/best");

        (await DetailAsync(refused)).ShouldBe(
            "nightly-1: its best configuration was not verified by fresh measurements, so it may be luck. Ask for it with --unverified (unverified=true), or submit the job again and let it run to its end");
    }

    [Fact]
    public async Task List_SeveralJobs_NewestFirst()
    {
        await using var daemon = await RunningDaemon.StartAsync(SharedDaemon.InMemory);
        await daemon.SubmitAsync(Bundles.Simulated(trials: 2, name: "one"));
        await daemon.SubmitAsync(Bundles.Simulated(trials: 2, name: "two"));
        await daemon.SubmitAsync(Bundles.Simulated(trials: 2, name: "one"));

        var jobs = await daemon.GetAsync<JobSummary[]>("/jobs");

        jobs.Select(job => job.Id).ShouldBe(["one-2", "two-1", "one-1"]);
    }

    [Fact]
    public async Task Evidence_WhateverItIsNamed_IsFetched()
    {
        await using var daemon = await RunningDaemon.StartAsync(SharedDaemon.InMemory);
        await daemon.SubmitAsync(Bundles.Simulated(trials: 2));
        await daemon.Services.GetRequiredService<IJobStore>().PutEvidenceAsync("nightly-1", 1, "broker 1/gc.log", "full"u8.ToArray(), default);

        (await daemon.Http.GetStringAsync("/api/v1/jobs/nightly-1/evidence/1/broker%201/gc.log")).ShouldBe("full");
    }

    [Fact]
    public async Task Report_EndedJob_TellsSetupAndCourse()
    {
        await using var daemon = await RunningDaemon.StartAsync(SharedDaemon.InMemory);
        await daemon.SubmitAsync(Bundles.Simulated(trials: 12));
        await daemon.UntilAsync("nightly-1", job => job.Job.Status == JobStatus.Done);

        var report = await daemon.Http.GetStringAsync("/api/v1/jobs/nightly-1/report");

        report.ShouldStartWith("# nightly\n\n**Unverified: ");
        report.ShouldContain("\n| space | client: 4 of 4 parameters searched |\n");
        report.ShouldContain("\n12 of 12 trials used, ");
    }

    /// <summary>What one job learned is a file that the next one can name.</summary>
    [Fact]
    public async Task Relevance_EndedJob_IsWhatALaterJobStartsFrom()
    {
        await using var daemon = await RunningDaemon.StartAsync(SharedDaemon.InMemory);
        await daemon.SubmitAsync(Bundles.Simulated(trials: 12));
        await daemon.UntilAsync("nightly-1", job => job.Job.Status == JobStatus.Done);

        var learned = await daemon.Http.GetStringAsync("/api/v1/jobs/nightly-1/relevance");
        await daemon.SubmitAsync(Bundles.Simulated(trials: 12, name: "told", relevance: learned));
        await daemon.UntilAsync("told-1", job => job.Job.Status == JobStatus.Done);

        var lines = learned.Split('\n');
        lines.ShouldContain("description: \"learned by nightly-1 in 12 trials\"");
        lines.Where(line => line.StartsWith("  - { name: ", StringComparison.Ordinal)).Select(line => line.Split('"')[1])
            .ShouldBe(["linger.ms", "batch.size", "compression.type", "num.network.threads"], ignoreOrder: true);
        (await ConfigurationsAsync(daemon, "told-1")).ShouldNotBe(await ConfigurationsAsync(daemon, "nightly-1"));
        (await daemon.Http.GetStringAsync("/api/v1/jobs/nightly-1/report")).ShouldContain("\n## What the search learned of the parameters\n");
    }

    [Fact]
    public async Task Relevance_JobThatHasLearnedNothing_SaysWhy()
    {
        await using var daemon = await RunningDaemon.StartAsync(SharedDaemon.InMemory);
        await daemon.SubmitAsync(Bundles.Simulated(trials: 1));
        await daemon.UntilAsync("nightly-1", job => job.Job.Status == JobStatus.Done);

        var refused = await daemon.Http.GetAsync("/api/v1/jobs/nightly-1/relevance");

        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await DetailAsync(refused)).ShouldBe("nightly-1: its search has not measured enough to say which parameters matter. Ask a job that made a few trials of its search");
    }

    private static async Task<string[]> ConfigurationsAsync(RunningDaemon daemon, string job) =>
        [.. (await daemon.GetAsync<TrialRow[]>($"/jobs/{job}/trials")).Select(row => row.Configuration.Key)];

    internal static Action<IServiceCollection> StuckAt(int trial) => services =>
    {
        services.RemoveAll<IClusterDriver>();
        services.AddSingleton<IClusterDriver>(new GatedDriver(trial));
    };

    private static async Task<string?> DetailAsync(HttpResponseMessage answer)
    {
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return problem.RootElement.GetProperty("detail").GetString();
    }
}
