using TuneSearch.Core.Clusters;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Objectives;
using TuneSearch.Core.Workloads;
using TuneSearch.Files;
using TuneSearch.Files.Jobs;
using TuneSearch.Kafka.Catalogue;
using TuneSearch.Kafka.Clusters.Embedded;

namespace TuneSearch.Benchmarks.Statistics;

/// <summary>Pairing where messages are real: the baseline against itself on the embedded cluster of a shipped job, and what the pairs save there for a gain as large as the noise of one measurement.</summary>
public sealed class PairingLive : IBenchmark
{
    private const double Bound = 0.5;

    public string Name => "pairing-live";

    public string Summary => "measurements needed paired and unpaired on a shipped embedded job, from its baseline against itself (paired needs at most half where mixtures are drawn)";

    public async Task<int> RunAsync(BenchmarkArguments arguments, CancellationToken cancellationToken)
    {
        var path = arguments.Text("job", "search-spaces/jobs/quickstart.yaml");
        var job = new FileValidator(new KafkaParameterCatalogue()).Job(path).OrThrow().Spec;
        var (count, comparisons, seed) = (arguments.Number("episodes", 60), arguments.Number("comparisons", 1000), (ulong)arguments.Number("seed", 1));
        var held = true;
        Console.WriteLine("| job | mixtures | pairs of the baseline with itself | spread of episodes | of paired differences | gain | measurements, paired | unpaired | ratio |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var (name, mixture) in new[] { ("as shipped", job.Mixture), ("dirichlet(1)", job.Mixture with { DirichletAlpha = 1 }) })
        {
            var (was, again) = await MeasureAsync(job with { Mixture = mixture }, count, cancellationToken);
            var level = again.Average() - was.Average();
            var pool = new PairingPool([.. was], [.. again.Select(value => value - level)], 0);
            var gain = pool.PairSpread / Math.Sqrt(2);
            var (paired, unpaired) = (pool.Smallest(comparisons, seed, gain, isPaired: true), pool.Smallest(comparisons, seed, gain, isPaired: false));
            held &= mixture.DirichletAlpha is null || (double)paired / unpaired <= Bound;
            Console.WriteLine(FormattableString.Invariant(
                $"| {job.Name} | {name} | {was.Count} | {100 * pool.Spread:0} % | {100 * pool.PairSpread:0.0} % | {100 * (Math.Exp(gain) - 1):0.0} % | {2 * paired} | {(unpaired >= PairingPool.MostPerArm ? "over " : string.Empty)}{2 * unpaired} | {(double)paired / unpaired:0.00} |"));
        }

        return held ? 0 : 1;
    }

    /// <summary>Log of the objective, twice on each episode, one right after the other.</summary>
    private static async Task<(List<double> Was, List<double> Again)> MeasureAsync(JobSpec job, int count, CancellationToken cancellationToken)
    {
        await using var cluster = await new EmbeddedClusterDriver(TimeProvider.System).OpenAsync(job, 0, cancellationToken);
        var episodes = job.Episodes();
        var (was, again) = (new List<double>(), new List<double>());
        for (var i = 0; i < count; i++)
        {
            var episode = episodes.Fresh("pairing", i);
            if (await LogAsync(cluster, job, 2 * i, episode, cancellationToken) is { } first && await LogAsync(cluster, job, (2 * i) + 1, episode, cancellationToken) is { } second)
            {
                was.Add(first);
                again.Add(second);
            }
        }

        return (was, again);
    }

    private static async Task<double?> LogAsync(ICluster cluster, JobSpec job, int trial, Episode episode, CancellationToken cancellationToken)
    {
        await cluster.ApplyAsync(job.Baseline, cancellationToken);
        return await cluster.RunAsync(new EpisodeRun(trial, job.Baseline, episode), cancellationToken) is Measured { Measurements: [var measurement, ..] }
            && ObjectiveScorer.Number(job.Objective.Expression, job.Baseline, measurement.Metrics) is { } value and > 0
            ? Math.Log(value)
            : null;
    }
}
