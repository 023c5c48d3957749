using System.Diagnostics;
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
