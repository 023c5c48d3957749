using System.Collections.Immutable;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Jobs.Answers;
using TuneSearch.Core.Jobs.Futility;
using TuneSearch.Core.Jobs.Trials;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Objectives;
using TuneSearch.Core.Spaces;
using TuneSearch.Files.Jobs;
using TuneSearch.Files.Yaml;
using TuneSearch.Kafka.Clusters.Simulated;

namespace TuneSearch.Benchmarks.Statistics;

/// <summary>Whole verified jobs on the simulated fleet, and what their answers are worth without noise on episodes they never saw.</summary>
public sealed class FleetAnswers : IBenchmark
{
    private const double Bound = 0.93;
    private const int TruthEpisodes = 400;

    public string Name => "fleet-answers";

    public string Summary => "verified jobs on the simulated fleet: are their answers true when measured again without noise";

    public async Task<int> RunAsync(BenchmarkArguments arguments, CancellationToken cancellationToken)
    {
        var path = arguments.Text("job", "search-spaces/jobs/simulated.yaml");
        var bundle = new JobBundler(PathRoots.Anywhere).Collect(path).OrThrow();
        var shipped = new JobLoader(new NoCatalogue()).Load(bundle);
        var job = shipped with { Budget = shipped.Budget with { Trials = arguments.Number("trials", shipped.Budget.Trials) } };
        var searches = arguments.Number("searches", 50);
        var directors = Repetition.Directors(arguments);
        Console.WriteLine($"| noise | landscape | improved | interval holds the true gain | a profile truly loses more than the margin | true gain, mean | lines, mean | time saved by futility |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        var held = true;
        foreach (var noise in arguments.Has("noise") ? [arguments.Real("noise", 0)] : new[] { 0.02, 0.05 })
        {
            var results = new FleetResult[searches];
            await Parallel.ForEachAsync(
                Enumerable.Range(0, searches),
                new ParallelOptions { MaxDegreeOfParallelism = arguments.Number("threads", 2), CancellationToken = cancellationToken },
                async (i, stop) => results[i] = await SearchAsync(WithSeed(job, (ulong)(arguments.Number("seed", 1) + i), noise), directors, stop));
            var improved = results.Where(r => r.Answer.Verdict == Verdict.Improved).ToArray();
            var covered = results.Count(r => r.Answer.Objective.Low <= r.TrueGain + 1e-9 && r.TrueGain - 1e-9 <= r.Answer.Objective.High);
            held &= covered >= Bound * searches;
            Console.WriteLine(FormattableString.Invariant(
                $"| {100 * noise:0} % | by seed | {improved.Length} of {searches} | {Repetition.Share(covered, searches)} | {results.Count(r => r.WorstProfile < -job.Objective.Gate.MaxRegression)} | {100 * results.Average(r => r.TrueGain):0.0} % | {improved.Select(r => r.Answer.Changes.Length).DefaultIfEmpty(0).Average():0.0} of {job.Space.Searched.Length} | {100 * results.Average(r => r.Saved):0} % |"));
            if (arguments.Has("show"))
            {
                foreach (var result in results)
                {
                    Console.WriteLine($"  {result.Answer.Verdict} true {result.TrueGain:0.000} said {result.Answer.Objective} worst {result.WorstProfile:0.000}: {string.Join(" | ", result.Answer.Notes)}");
                }
            }
        }

        return held ? 0 : 1;
    }

    private static JobSpec WithSeed(JobSpec job, ulong seed, double noise) =>
        job with { Seed = seed, Cluster = ((SimulatedClusterSpec)job.Cluster) with { Noise = noise, Landscape = seed, FaultRate = 0.01 } };

    private static async Task<FleetResult> SearchAsync(JobSpec job, IJobDirectorFactory directors, CancellationToken cancellationToken)
    {
        var (answer, saved) = await FleetSearch.RunAsync(job, directors, cancellationToken);
        var (gain, worst) = await TruthAsync(job, answer.Configuration, cancellationToken);
        return new FleetResult(answer, gain, worst, saved);
    }

    /// <summary>The mean log ratio over fresh episodes without noise, and the worst profile's.</summary>
    private static async Task<(double Gain, double Worst)> TruthAsync(JobSpec job, Configuration answer, CancellationToken cancellationToken)
    {
        var silent = job with { Cluster = ((SimulatedClusterSpec)job.Cluster) with { Noise = 0, Drift = 0, FaultRate = 0 } };
        await using var cluster = await new SimulatedClusterDriver().OpenAsync(silent, 0, cancellationToken);
        var episodes = job.Episodes();
        var logs = new List<double>();
        var byProfile = job.Profiles.ToDictionary(p => p.Name, _ => new List<double>());
        for (var i = 0; i < TruthEpisodes; i++)
        {
            var episode = episodes.Fresh("truth", i);
            var was = await OneAsync(cluster, i, job.Baseline, episode, cancellationToken);
            var now = await OneAsync(cluster, i, answer, episode, cancellationToken);
            logs.Add(Log(job, answer, now) - Log(job, job.Baseline, was));
            foreach (var (profile, metrics) in was.Profiles)
            {
                foreach (var name in job.Objective.Expression.Names.Where(metrics.ContainsKey))
                {
                    byProfile[profile].Add(Math.Log(now.Profiles[profile][name] / metrics[name]));
                }
            }
        }

        var sign = job.Objective.Goal == Goal.Maximize ? 1 : -1;
        return (sign * (Math.Exp(logs.Average()) - 1), byProfile.Values.Where(v => v.Count > 0).Select(v => sign * (Math.Exp(v.Average()) - 1)).DefaultIfEmpty(0).Min());
    }

    private static double Log(JobSpec job, Configuration configuration, Measurement measurement) =>
        Math.Log(ObjectiveScorer.Number(job.Objective.Expression, configuration, measurement.Metrics)!.Value);

    private static async Task<Measurement> OneAsync(ICluster cluster, int trial, Configuration configuration, Core.Workloads.Episode episode, CancellationToken cancellationToken)
    {
        await cluster.ApplyAsync(configuration, cancellationToken);
        return ((Measured)await cluster.RunAsync(new EpisodeRun(trial, configuration, episode), cancellationToken)).Measurements[0];
    }

    private sealed record FleetResult(JobAnswer Answer, double TrueGain, double WorstProfile, double Saved);
}
