using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

using TuneSearch.Daemon.Api;
using TuneSearch.Daemon.Api.Contracts;

namespace TuneSearch.Benchmarks.Daemon;

/// <summary>The daemon as a process: until it is ready, and a simulated job of 200 trials through HTTP, grains and a SQLite store.</summary>
public sealed class DaemonBenchmark : IBenchmark
{
    private const double MaxReadySeconds = 3;
    private const double MaxJobSeconds = 10;
    private const double MaxMegabytes = 300;

    public string Name => "daemon";

    public string Summary => "ready in < 3 s; 200 simulated trials in < 10 s and < 300 MB (--trials N --searcher NAME --rounds N)";

    public async Task<int> RunAsync(BenchmarkArguments arguments, CancellationToken cancellationToken)
    {
        var trials = arguments.Number("trials", 200);
        var searcher = arguments.Text("searcher", string.Empty);
        var rounds = arguments.Number("rounds", 3);
        Console.WriteLine($"| round | ready, s | {trials} trials, s | of which processor, s | peak memory, MB | per trial, ms |");
        Console.WriteLine("|---|---|---|---|---|---|");
        var best = (Ready: double.MaxValue, Job: double.MaxValue, Megabytes: 0.0);
        for (var round = 1; round <= rounds; round++)
        {
            await using var daemon = await DaemonProcess.StartAsync(cancellationToken);
            var before = daemon.ProcessorSeconds;
            var start = Stopwatch.GetTimestamp();
            await RunJobAsync(daemon.Http, trials, searcher, cancellationToken);
            var took = Stopwatch.GetElapsedTime(start).TotalSeconds;
            Console.WriteLine(FormattableString.Invariant(
                $"| {round} | {daemon.ReadySeconds:0.00} | {took:0.00} | {daemon.ProcessorSeconds - before:0.00} | {daemon.PeakMegabytes:0} | {took * 1000 / trials:0.0} |"));
            best = (Math.Min(best.Ready, daemon.ReadySeconds), Math.Min(best.Job, took), Math.Max(best.Megabytes, daemon.PeakMegabytes));
        }

        var holds = best.Ready < MaxReadySeconds && best.Job < MaxJobSeconds && best.Megabytes < MaxMegabytes;
        Console.WriteLine(FormattableString.Invariant(
            $"best: ready {best.Ready:0.00} s (bound {MaxReadySeconds}), job {best.Job:0.00} s (bound {MaxJobSeconds}), memory {best.Megabytes:0} MB (bound {MaxMegabytes}): {(holds ? "holds" : "DOES NOT HOLD")}"));
        return holds ? 0 : 1;
    }

    private static async Task RunJobAsync(HttpClient http, int trials, string searcher, CancellationToken cancellationToken)
    {
        var submitted = await http.PostAsJsonAsync("/api/v1/jobs", BenchmarkJob.Request(trials, searcher), ApiJson.Options, cancellationToken);
        if (!submitted.IsSuccessStatusCode)
        {
            throw new InvalidOperationException(await submitted.Content.ReadAsStringAsync(cancellationToken));
        }

        var job = (await submitted.Content.ReadFromJsonAsync<JobDetail>(ApiJson.Options, cancellationToken))!.Job;
        using var events = await http.GetStreamAsync($"/api/v1/jobs/{job.Id}/events?since={long.MaxValue}", cancellationToken);
        using var lines = new StreamReader(events);
        var last = string.Empty;
        while (await lines.ReadLineAsync(cancellationToken) is { } line)
        {
            last = line.StartsWith("data: {\"job\"", StringComparison.Ordinal) ? line["data: ".Length..] : last;
        }

        var ended = JsonSerializer.Deserialize<JobDetail>(last, ApiJson.Options)!.Job;
        if (ended.TrialsDone != trials)
        {
            throw new InvalidOperationException($"The job ended after {ended.TrialsDone} of {trials} trials, {ended.Status}: {ended.Reason}");
        }
    }
}
