using System.Diagnostics;
using System.Net;
using TuneSearch.Core.Jobs;
using TuneSearch.Daemon.Metrics;
using TuneSearch.Daemon.Tests.Fakes;

namespace TuneSearch.Daemon.Tests.Metrics;

public sealed class ExpositionTests
{
    [Fact]
    public async Task Metrics_AfterAJob_TellOfItUnderTheNamesOfThePage()
    {
        await using var daemon = await RunningDaemon.StartAsync(SharedDaemon.InMemory);
        await daemon.SubmitAsync(Bundles.Simulated(trials: 5));
        await daemon.UntilAsync("nightly-1", job => job.Job.Status == JobStatus.Done);

        var text = await daemon.Http.GetStringAsync("/metrics");

        text.ShouldContain("\ntunesearch_jobs_submitted_total 1\n");
        text.ShouldContain("\ntunesearch_jobs_ended_total{status=\"done\"} 1\n");
        text.ShouldContain("\ntunesearch_trials_total{outcome=\"measured\",purpose=\"search\"} 5\n");
        text.ShouldContain("\ntunesearch_trial_duration_seconds_count{outcome=\"measured\"} 5\n");
        text.ShouldContain("tunesearch_store_write_duration_seconds_bucket{operation=\"append\",le=\"0.0001\"} ");
        text.ShouldContain("tunesearch_episode_duration_seconds_count{driver=\"simulated\"} ");
        var families = text.Split('\n').Where(line => line.StartsWith("# TYPE ", StringComparison.Ordinal)).Select(line => line.Split(' ')[2]).ToArray();
        families.Where(name => name.StartsWith("tunesearch_", StringComparison.Ordinal))
            .Except(InstrumentCatalogue.All.Select(Instruments.PrometheusName)).ShouldBeEmpty();
    }

    /// <summary>Else the first event of each kind would be a series that begins at 1, in which no alert sees an increase.</summary>
    [Fact]
    public async Task Metrics_BeforeAnyEvent_BeginAtZero()
    {
        await using var daemon = await RunningDaemon.StartAsync(SharedDaemon.InMemory);

        var text = await daemon.Http.GetStringAsync("/metrics");

        text.ShouldContain("\ntunesearch_jobs_submitted_total 0\n");
        text.ShouldContain("\ntunesearch_broker_restarts_total 0\n");
        foreach (var series in (string[])[
            "jobs_ended_total{status=\"failed\"}", "jobs_ended_total{status=\"done\"}", "jobs_ended_total{status=\"cancelled\"}",
            "trials_total{outcome=\"invalid\",purpose=\"search\"}", "trials_total{outcome=\"stopped\",purpose=\"unknown\"}",
            "invalid_trials_total{reason=\"generator\"}", "invalid_trials_total{reason=\"other\"}",
            "store_write_errors_total{operation=\"append\"}", "store_write_errors_total{operation=\"state\"}"])
        {
            text.ShouldContain($"\ntunesearch_{series} 0\n");
        }

        text.ShouldNotContain("jobs_ended_total{status=\"running\"}");
    }

    /// <summary>The page of an error forgets which route failed; the count must not.</summary>
    [Fact]
    public async Task Metrics_RequestThatFailed_IsCountedUnderItsRoute()
    {
        await using var daemon = await RunningDaemon.StartAsync(SharedDaemon.InMemory);
        (await daemon.Http.PostAsync("/api/v1/jobs", new StringContent("no JSON", null, "application/json"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        // A request is counted after its answer has gone out, so the first look may come too soon.
        const string Counted = "\ntunesearch_http_requests_total{method=\"POST\",route=\"/api/v1/jobs\",code=\"400\"} 1\n";
        var text = string.Empty;
        for (var look = 0; look < 1000 && !text.Contains(Counted, StringComparison.Ordinal); look++)
        {
            text = await daemon.Http.GetStringAsync("/metrics");
        }

        text.ShouldContain(Counted);
    }

    [PromtoolFact]
    public async Task Metrics_Promtool_FindsNothing()
    {
        await using var daemon = await RunningDaemon.StartAsync(SharedDaemon.InMemory);
        await daemon.SubmitAsync(Bundles.Simulated(trials: 5));
        await daemon.UntilAsync("nightly-1", job => job.Job.Status == JobStatus.Done);
        var text = await daemon.Http.GetStringAsync("/metrics");

        using var promtool = Process.Start(new ProcessStartInfo(Promtool.Path!, ["check", "metrics"]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        await promtool.StandardInput.WriteAsync(text);
        promtool.StandardInput.Close();
        var found = await promtool.StandardOutput.ReadToEndAsync() + await promtool.StandardError.ReadToEndAsync();
        await promtool.WaitForExitAsync();

        found.ShouldBeEmpty();
        promtool.ExitCode.ShouldBe(0);
    }
}
