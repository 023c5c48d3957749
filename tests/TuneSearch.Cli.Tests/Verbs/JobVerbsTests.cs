using System.Net;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Jobs.Answers;
using TuneSearch.Core.Validation;

namespace TuneSearch.Cli.Tests.Verbs;

public sealed class JobVerbsTests : IDisposable
{
    private readonly Cli _cli = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("tunesearch-cli-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Jobs_Some_AreListed()
    {
        _cli.Daemon.Json("GET /api/v1/jobs", new[] { Jobs.Running().Job });

        (await _cli.RunAsync("jobs")).ShouldBe(ExitCode.Done);

        _cli.Out.ShouldBe("""
            id         status   phase   trials     best     gain  submitted
            nightly-1  running  search   12/60  123,457  +12.2 %  2026-11-22 03:04:05Z

            """);
    }

    [Fact]
    public async Task Jobs_BestIsTheBaseline_SaysSoInsteadOfAGain()
    {
        var running = Jobs.OnTheBaseline().Job;
        _cli.Daemon.Json("GET /api/v1/jobs", new[] { running, running with { Id = "nightly-2", Status = JobStatus.Done, Phase = "done", Verdict = Verdict.Baseline } });

        (await _cli.RunAsync("jobs")).ShouldBe(ExitCode.Done);

        _cli.Out.ShouldBe("""
            id         status   phase   trials     best                 gain  submitted
            nightly-1  running  search   12/60  110,000  the baseline so far  2026-11-22 03:04:05Z
            nightly-2  done     done     12/60  110,000         the baseline  2026-11-22 03:04:05Z

            """);
    }

    [Fact]
    public async Task Show_BestIsTheBaseline_HasNoTableOfChanges()
    {
        _cli.Daemon.Json("GET /api/v1/jobs/nightly-1", Jobs.OnTheBaseline());

        (await _cli.RunAsync("show", "nightly-1")).ShouldBe(ExitCode.Done);

        _cli.Out.ShouldContain("best            110,000 (the baseline so far)\n");
        _cli.Out.ShouldNotContain("best so far\n");
    }

    [Fact]
    public async Task Jobs_None_SaysHowToStart()
    {
        _cli.Daemon.Json("GET /api/v1/jobs", Array.Empty<object>());

        (await _cli.RunAsync("jobs")).ShouldBe(ExitCode.Done);

        _cli.Out.ShouldBe("No jobs yet. Submit one with: tunesearch submit JOB.yaml --watch\n");
    }

    [Fact]
    public async Task Jobs_NoDaemon_SaysWhereAndHowToStartOne()
    {
        (await _cli.RunAsync("jobs", "--server", "http://127.0.0.1:9")).ShouldBe(ExitCode.Failed);

        _cli.Error.ShouldBe("""
            error: http://127.0.0.1:9: no daemon answers there (Connection refused)
                   Start one with: tunesearch serve; or name another with --server URL or TUNESEARCH_SERVER.

            """);
    }

    [Fact]
    public async Task Jobs_ServerThatIsNoUrl_IsBadInput()
    {
        (await _cli.RunAsync("jobs", "--server", "nonsense")).ShouldBe(ExitCode.BadInput);

        _cli.Error.ShouldStartWith("error: --server: 'nonsense' is not the URL of a daemon\n");
    }

    [Fact]
    public async Task Relevance_OfAJob_IsWritten()
    {
        _cli.Daemon.Text("GET /api/v1/jobs/nightly-1/relevance", "kind: Relevance\n");
        var file = Path.Combine(_folder, "learned.yaml");

        (await _cli.RunAsync("relevance", "nightly-1", "-o", file)).ShouldBe(ExitCode.Done);

        File.ReadAllText(file).ShouldBe("kind: Relevance\n");
    }

    [Fact]
    public async Task Watch_JobThatImproves_ShowsProgressAndTheAnswer()
    {
        _cli.Daemon.Events("GET /api/v1/jobs/nightly-1/events", Jobs.Running(), Jobs.Ended(JobStatus.Done, Verdict.Improved));

        (await _cli.RunAsync("watch", "nightly-1")).ShouldBe(ExitCode.Done);

        _cli.Out.ShouldBe("""
            search 12/60 trials, best 123,457 (+12.2 %), temperature 0.4213, 1m 05s left
            done 60/60 trials, best 123,457 (+12.2 %), temperature 0.4213
            Improved after 60 trials: maximize throughput gained +12.4 % (95 % interval +8.0 % to +16.8 %) over the baseline, verified on fresh measurements.

            setting    baseline  tuned                       effect
            linger.ms         5     20  +10.0 % (+5.0 % to +15.0 %)
            note: The budget shows effects above 1.5 %.
            Get the configuration with: tunesearch best nightly-1; the evidence with: tunesearch report nightly-1

            """);
    }

    [Fact]
    public async Task Watch_GainOfTheGate_IsNotCalledFresh()
    {
        var ended = Jobs.Ended(JobStatus.Done, Verdict.Improved);
        _cli.Daemon.Events("GET /api/v1/jobs/nightly-1/events", ended with { Answer = ended.Answer! with { FromGate = true } });

        (await _cli.RunAsync("watch", "nightly-1")).ShouldBe(ExitCode.Done);

        _cli.Out.Split('\n').ShouldContain(
            "Improved after 60 trials: maximize throughput gained +12.4 % (95 % interval +8.0 % to +16.8 %) over the baseline, of the gate's own pairs, not of fresh measurements.");
    }

    [Theory]
    [InlineData(JobStatus.Failed, null, "Failed after 60 trials: the disk is full", ExitCode.Failed)]
    [InlineData(JobStatus.Cancelled, null, "Cancelled after 60 trials: the disk is full", ExitCode.Failed)]
    [InlineData(JobStatus.Done, Verdict.Baseline, "The baseline holds after 60 trials: nothing was shown to be better than what runs today.", ExitCode.Done)]
    [InlineData(JobStatus.Done, Verdict.Unverified, "Done after 60 trials: maximize throughput +20.0 % over the baseline, UNVERIFIED (no fresh measurements).", ExitCode.Done)]
    public async Task Watch_EveryEnd_HasItsSentenceAndExitCode(JobStatus status, Verdict? verdict, string sentence, int exit)
    {
        _cli.Daemon.Events("GET /api/v1/jobs/nightly-1/events", Jobs.Ended(status, verdict, "the disk is full"));

        (await _cli.RunAsync("watch", "nightly-1")).ShouldBe(exit);

        _cli.Out.Split('\n').ShouldContain(sentence);
    }

    [Fact]
    public async Task Watch_CtrlC_LeavesTheJobRunning()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        (await _cli.RunAsync(stop.Token, "watch", "nightly-1")).ShouldBe(ExitCode.Interrupted);

        _cli.Out.ShouldBe("Left nightly-1 running. Follow it again with: tunesearch watch nightly-1\n");
        _cli.Daemon.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Watch_DaemonThatStopsForGood_SaysThatTheJobGoesOnLater()
    {
        _cli.Daemon.Events("GET /api/v1/jobs/nightly-1/events", Jobs.Running()).ThenNobody("GET /api/v1/jobs/nightly-1/events");

        (await _cli.RunAsync("watch", "nightly-1")).ShouldBe(ExitCode.Failed);

        _cli.Error.ShouldBe("""
            The daemon went away. Waiting up to 60 s for it to come back ...
            error: nightly-1: the daemon went away before the job had ended
                   The job goes on where it was when the daemon is started again; follow it with: tunesearch watch nightly-1.

            """);
        _cli.Daemon.Requests.Count.ShouldBe(60, "one a second");
    }

    [Fact]
    public async Task Watch_DaemonThatIsRestarted_GoesOn()
    {
        const string events = "GET /api/v1/jobs/nightly-1/events";
        _cli.Daemon.Events(events, Jobs.Running()).ThenNobody(events, times: 5).Events(events, Jobs.Running(), Jobs.Ended(JobStatus.Done, Verdict.Baseline));

        (await _cli.RunAsync("watch", "nightly-1")).ShouldBe(ExitCode.Done);

        _cli.Error.ShouldBe("The daemon went away. Waiting up to 60 s for it to come back ...\n");
        _cli.Out.ShouldContain("The baseline holds after 60 trials");
    }

    [Theory]
    [InlineData("pause")]
    [InlineData("resume")]
    [InlineData("cancel")]
    public async Task Change_AJob_ShowsHowItStands(string verb)
    {
        _cli.Daemon.Json($"POST /api/v1/jobs/nightly-1/{verb}", Jobs.Running());

        (await _cli.RunAsync(verb, "nightly-1")).ShouldBe(ExitCode.Done);

        _cli.Out.ShouldBe("nightly-1: search 12/60 trials, best 123,457 (+12.2 %), temperature 0.4213, 1m 05s left\n");
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, ExitCode.BadInput)]
    [InlineData(HttpStatusCode.Conflict, ExitCode.Failed)]
    public async Task Best_Refused_ShowsWhereWhyAndTheWayOut(HttpStatusCode status, int exit)
    {
        var problem = new { title = "No such job", problems = new[] { new Problem("nightly-9", "no job has this id", "List the jobs with: tunesearch jobs") } };
        _cli.Daemon.Json("GET /api/v1/jobs/nightly-9/best?format=properties&unverified=false", problem, status);

        (await _cli.RunAsync("best", "nightly-9")).ShouldBe(exit);

        _cli.Error.ShouldBe("""
            error: nightly-9: no job has this id
                   List the jobs with: tunesearch jobs.

            """);
    }

    [Fact]
    public async Task Best_AnotherServer_IsNotTakenForADaemon()
    {
        _cli.Daemon.Text("GET /api/v1/jobs/a/best?format=json&unverified=true", "<html>", "text/html", HttpStatusCode.BadGateway);

        (await _cli.RunAsync("best", "a", "--format", "json", "--unverified")).ShouldBe(ExitCode.Failed);

        _cli.Error.ShouldBe("""
            error: http://127.0.0.1:7310: it answers 502 Bad Gateway, and not as a TuneSearch daemon does
                   See that --server names one.

            """);
    }

    [Fact]
    public async Task Best_WithAFile_WritesItWhole()
    {
        var file = Path.Combine(_folder, "best.properties");
        _cli.Daemon.Text("GET /api/v1/jobs/a/best?format=properties&unverified=false", "linger.ms=20\n");

        (await _cli.RunAsync("best", "a", "-o", file)).ShouldBe(ExitCode.Done);

        (_cli.Out, _cli.Error).ShouldBe((string.Empty, $"Wrote {file}.\n"));
        File.ReadAllText(file).ShouldBe("linger.ms=20\n");
    }

    [Fact]
    public async Task Show_RunningJob_ShowsHowItStands()
    {
        _cli.Daemon.Json("GET /api/v1/jobs/nightly-1", Jobs.Running() with { Noise = 0.032 });

        (await _cli.RunAsync("show", "nightly-1")).ShouldBe(ExitCode.Done);

        _cli.Out.ShouldContain("trials          12 of 60, 0 in flight, 0 infeasible, 0 measured again, 0 restarts\n");
        _cli.Out.ShouldContain("baseline        110,000, its trials scatter by 3.2 %\n");
        _cli.Out.ShouldContain("setting    baseline  best so far\nlinger.ms         5           20\n");
    }
}
