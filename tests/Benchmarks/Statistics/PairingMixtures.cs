using TuneSearch.Core.Clusters;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Objectives;
using TuneSearch.Core.Randomness;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Statistics;
using TuneSearch.Core.Workloads;
using TuneSearch.Files.Jobs;
using TuneSearch.Files.Yaml;
using TuneSearch.Kafka.Clusters.Simulated;
using TuneSearch.Numerics;

namespace TuneSearch.Benchmarks.Statistics;

/// <summary>Pairing on the simulated fleet with all shipped profiles: how many measurements a job's mixtures save by running both configurations on each.</summary>
/// <remarks>The challenger is what a job on these mixtures answers: what it brings differs from episode to episode, which pairing cannot take out, and is scaled to the gain as a whole.</remarks>
public sealed class PairingMixtures : IBenchmark
{
    private const double Alpha = 0.025;
    private const double Power = 0.9;
    private const double Bound = 0.5;
    private const int Pool = 600;

    /// <summary>Jobs until one has an answer to compare with the baseline.</summary>
    private const int MostJobs = 20;
    private const int MostPerArm = 1000;

    public string Name => "pairing-mixtures";

    public string Summary => "measurements needed paired and unpaired on the simulated fleet, by how mixtures are drawn (at most half where episodes differ by twice the noise)";

    public async Task<int> RunAsync(BenchmarkArguments arguments, CancellationToken cancellationToken)
    {
        var bundle = new JobBundler(PathRoots.Anywhere).Collect("search-spaces/jobs/simulated.yaml").OrThrow();
        var shipped = new JobLoader(new NoCatalogue()).Load(bundle);
        var seed = (ulong)arguments.Number("seed", 1);
        var comparisons = arguments.Number("comparisons", 1000);
        var directors = Repetition.Directors(arguments);
        var held = true;
        Console.WriteLine("| noise | mixtures | spread of episodes | of paired differences | measurements, paired | unpaired | ratio | false claims paired | unpaired |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var noise in new[] { 0.02, 0.05 })
        {
            foreach (var (name, mixture) in new (string, MixtureSpec)[]
            {
                ("all profiles, equal weights (one mixture, only seeds differ)", new MixtureSpec()),
                ("all profiles, dirichlet(1)", new MixtureSpec(DirichletAlpha: 1)),
                ("two profiles at a time, dirichlet(1)", new MixtureSpec(ProfilesPerEpisode: 2, DirichletAlpha: 1)),
            })
            {
                var job = shipped with { Seed = seed, Mixture = mixture, Cluster = ((SimulatedClusterSpec)shipped.Cluster) with { Noise = noise, FaultRate = 0 } };
                var gain = Math.Log(1 + (2 * noise));
                var (was, now) = await MeasureAsync(job, gain, directors, cancellationToken);
                var paired = Smallest(n => Rejections(comparisons, seed, n, 0, was, now, isPaired: true));
                var unpaired = Smallest(n => Rejections(comparisons, seed, n, 0, was, now, isPaired: false));
                var ratio = (double)paired / unpaired;
                held &= Deviation(was) < 2 * noise || ratio <= Bound;
                Console.WriteLine(FormattableString.Invariant(
                    $"| {100 * noise:0} % | {name} | {100 * Deviation(was):0} % | {100 * Deviation([.. now.Zip(was, (a, b) => a - b)]):0.0} % | {2 * paired} | {(unpaired >= MostPerArm ? "over " : string.Empty)}{2 * unpaired} | {ratio:0.00} | {100 * Rejections(comparisons, seed, paired, -gain, was, now, isPaired: true):0.0} % | {100 * Rejections(comparisons, seed, unpaired, -gain, was, now, isPaired: false):0.0} % |"));
            }
        }

        return held ? 0 : 1;
    }

    /// <summary>Log of the objective of baseline and challenger on the same episodes; what the challenger truly brings on each is scaled so that its mean is the gain.</summary>
    private static async Task<(double[] Was, double[] Now)> MeasureAsync(JobSpec job, double gain, IJobDirectorFactory directors, CancellationToken cancellationToken)
    {
        var challenger = job.Baseline;
        for (var attempt = 0UL; challenger.Equals(job.Baseline) && attempt < MostJobs; attempt++)
        {
            challenger = (await FleetSearch.RunAsync(job with { Seed = job.Seed + attempt }, directors, cancellationToken)).Answer.Configuration;
        }

        await using var cluster = await new SimulatedClusterDriver().OpenAsync(job, 0, cancellationToken);
        await using var silent = await new SimulatedClusterDriver().OpenAsync(job with { Cluster = ((SimulatedClusterSpec)job.Cluster) with { Noise = 0 } }, 0, cancellationToken);
        var episodes = job.Episodes();
        var (was, again, brings) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; was.Count < Pool; i++)
        {
            var episode = episodes.Fresh("pairing", i);
            if (await LogAsync(cluster, job, 2 * i, job.Baseline, episode, cancellationToken) is { } first
                && await LogAsync(cluster, job, (2 * i) + 1, job.Baseline, episode, cancellationToken) is { } second
                && await LogAsync(silent, job, i, job.Baseline, episode, cancellationToken) is { } before
                && await LogAsync(silent, job, i, challenger, episode, cancellationToken) is { } after)
            {
                was.Add(first);
                again.Add(second);
                brings.Add(after - before);
            }
        }

        var scale = gain / brings.Average();
        return ([.. was], [.. again.Zip(brings, (value, more) => value + (scale * more))]);
    }

    private static async Task<double?> LogAsync(ICluster cluster, JobSpec job, int trial, Configuration configuration, Episode episode, CancellationToken cancellationToken)
    {
        await cluster.ApplyAsync(configuration, cancellationToken);
        return await cluster.RunAsync(new EpisodeRun(trial, configuration, episode), cancellationToken) is Measured { Measurements: [var measurement, ..] }
            && ObjectiveScorer.Number(job.Objective.Expression, configuration, measurement.Metrics) is { } value and > 0
            ? Math.Log(value)
            : null;
    }

    private static int Smallest(Func<int, double> powerAt)
    {
        for (var n = 4; n < MostPerArm; n = Math.Max(n + 1, (int)(n * 1.1)))
        {
            if (powerAt(n) >= Power)
            {
                return n;
            }
        }

        return MostPerArm;
    }

    /// <summary>Comparisons of n measurements an arm, drawn from the pool: of the same episodes, or of different ones.</summary>
    private static double Rejections(int comparisons, ulong seed, int n, double shift, double[] was, double[] now, bool isPaired)
    {
        var distributions = new MathNetDistributions();
        var hits = 0;
        for (var i = 0; i < comparisons; i++)
        {
            var random = CounterRandom.For(seed, isPaired ? "paired" : "unpaired", (ulong)i);
            var incumbent = Enumerable.Range(0, n).Select(_ => random.NextInt32(was.Length)).ToArray();
            var challenger = isPaired ? incumbent : [.. incumbent.Select(_ => random.NextInt32(now.Length))];
            var mean = isPaired
                ? PairedMean.Of([.. incumbent.Select(e => new PairedDifference(now[e] + shift - was[e], 0))])
                : WelchMean.Of([.. incumbent.Select(e => was[e])], [.. challenger.Select(e => now[e] + shift)]);
            hits += mean.Lower(Alpha, distributions) > 0 ? 1 : 0;
        }

        return (double)hits / comparisons;
    }

    private static double Deviation(double[] values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1));
    }
}
