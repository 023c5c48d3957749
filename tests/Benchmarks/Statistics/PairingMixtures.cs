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
/// <remarks>The challenger is what a job on these mixtures answers, so that what it brings differs from episode to episode, which pairing cannot take out; only its mean gain is set.</remarks>
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

    public string Summary => "measurements needed paired and unpaired on the simulated fleet, by how mixtures are drawn (at most half where they are drawn anew)";

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
            foreach (var (name, mixture, isDrawnAnew) in new (string, MixtureSpec, bool)[]
            {
                ("all profiles, equal weights (one mixture, only seeds differ)", new MixtureSpec(), false),
                ("all profiles, dirichlet(1)", new MixtureSpec(DirichletAlpha: 1), true),
                ("two profiles at a time, dirichlet(1)", new MixtureSpec(ProfilesPerEpisode: 2, DirichletAlpha: 1), true),
            })
            {
                var job = shipped with { Seed = seed, Mixture = mixture, Cluster = ((SimulatedClusterSpec)shipped.Cluster) with { Noise = noise, FaultRate = 0 } };
                var (was, now) = await MeasureAsync(job, directors, cancellationToken);
                var gain = Math.Log(1 + (2 * noise));
                var paired = Smallest(n => Rejections(comparisons, seed, n, gain, was, now, isPaired: true));
                var unpaired = Smallest(n => Rejections(comparisons, seed, n, gain, was, now, isPaired: false));
                var ratio = (double)paired / unpaired;
                held &= !isDrawnAnew || ratio <= Bound;
                Console.WriteLine(FormattableString.Invariant(
                    $"| {100 * noise:0} % | {name} | {100 * Deviation(was):0} % | {100 * Deviation([.. now.Zip(was, (a, b) => a - b)]):0.0} % | {2 * paired} | {(unpaired >= MostPerArm ? "over " : string.Empty)}{2 * unpaired} | {ratio:0.00} | {100 * Rejections(comparisons, seed, paired, 0, was, now, isPaired: true):0.0} % | {100 * Rejections(comparisons, seed, unpaired, 0, was, now, isPaired: false):0.0} % |"));
            }
        }

        return held ? 0 : 1;
    }

    /// <summary>Log of the objective of baseline and challenger on the same episodes, the challenger's mean moved to the baseline's.</summary>
    private static async Task<(double[] Was, double[] Now)> MeasureAsync(JobSpec job, IJobDirectorFactory directors, CancellationToken cancellationToken)
    {
        var challenger = job.Baseline;
        for (var attempt = 0UL; challenger.Equals(job.Baseline) && attempt < MostJobs; attempt++)
        {
            challenger = (await FleetSearch.RunAsync(job with { Seed = job.Seed + attempt }, directors, cancellationToken)).Answer.Configuration;
        }

        await using var cluster = await new SimulatedClusterDriver().OpenAsync(job, 0, cancellationToken);
        var episodes = job.Episodes();
        var (was, now) = (new List<double>(), new List<double>());
        for (var i = 0; was.Count < Pool; i++)
        {
            var episode = episodes.Fresh("pairing", i);
            if (await LogAsync(cluster, job, 2 * i, job.Baseline, episode, cancellationToken) is { } before
                && await LogAsync(cluster, job, (2 * i) + 1, challenger, episode, cancellationToken) is { } after)
            {
                was.Add(before);
                now.Add(after);
            }
        }

        var moved = was.Average() - now.Average();
        return ([.. was], [.. now.Select(value => value + moved)]);
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
    private static double Rejections(int comparisons, ulong seed, int n, double gain, double[] was, double[] now, bool isPaired)
    {
        var distributions = new MathNetDistributions();
        var hits = 0;
        for (var i = 0; i < comparisons; i++)
        {
            var random = CounterRandom.For(seed, isPaired ? "paired" : "unpaired", (ulong)i);
            var incumbent = Enumerable.Range(0, n).Select(_ => random.NextInt32(was.Length)).ToArray();
            var challenger = isPaired ? incumbent : [.. incumbent.Select(_ => random.NextInt32(now.Length))];
            var mean = isPaired
                ? PairedMean.Of([.. incumbent.Select(e => new PairedDifference(now[e] + gain - was[e], 0))])
                : WelchMean.Of([.. incumbent.Select(e => was[e])], [.. challenger.Select(e => now[e] + gain)]);
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
