using TuneSearch.Core.Clusters;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Randomness;
using TuneSearch.Core.Statistics;
using TuneSearch.Core.Workloads;
using TuneSearch.Kafka.Clusters.Simulated;
using TuneSearch.Numerics;

namespace TuneSearch.Benchmarks.Statistics;

/// <summary>What drawn mixtures do to the interval of a gain: a few pairs are drawn from many of the same two configurations, whose mean is the truth.</summary>
public sealed class MixtureIntervals : IBenchmark
{
    private const double Bound = 0.93;
    private const double Alpha = 0.025;
    private const int Pool = 1500;
    private const double Noise = 0.02;
    private static readonly double[] s_concentrations = [1, 2, MixtureSpec.UsualConcentration, 8];
    private static readonly int[] s_pairs = [8, 16, 24];

    public string Name => "mixture-intervals";

    public string Summary => "how often the 95 % interval of a gain over drawn mixtures holds, by how unevenly they are drawn (at least 93 % as a job has them)";

    public async Task<int> RunAsync(BenchmarkArguments arguments, CancellationToken cancellationToken)
    {
        var shipped = ShippedFiles.Job("simulated");
        var (landscapes, comparisons, first) = (arguments.Number("landscapes", 20), arguments.Number("comparisons", 500), (ulong)arguments.Number("seed", 1));
        var directors = Repetition.Directors(arguments);
        var distributions = new KnownQuantiles(new MathNetDistributions());
        var held = true;
        Console.WriteLine("| weights | pairs | interval holds | with Student's t alone | worst landscape | skewness of differences, by landscape |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var concentration in s_concentrations)
        {
            var pools = new List<double[]>();
            for (var seed = first; seed < first + (ulong)landscapes; seed++)
            {
                var cluster = ((SimulatedClusterSpec)shipped.Cluster) with { Noise = Noise, Landscape = seed, FaultRate = 0 };
                var job = shipped with { Seed = seed, Mixture = new MixtureSpec(DirichletAlpha: concentration), Cluster = cluster };
                pools.Add(await MeasureAsync(job, await FleetChallenger.FindAsync(job, directors, cancellationToken), cancellationToken));
            }

            var skewness = pools.Select(Skewness).Order().ToArray();
            foreach (var pairs in s_pairs)
            {
                var shares = pools.Select(pool => Covered(pool, pairs, comparisons, first, distributions)).ToArray();
                held &= concentration != MixtureSpec.UsualConcentration || shares.Average(s => s.Corrected) >= Bound;
                Console.WriteLine(FormattableString.Invariant(
                    $"| dirichlet({concentration}) | {pairs} | {100 * shares.Average(s => s.Corrected):0.0} % | {100 * shares.Average(s => s.Student):0.0} % | {100 * shares.Min(s => s.Corrected):0.0} % | {skewness[0]:0.0} to {skewness[^1]:0.0} |"));
            }
        }

        return held ? 0 : 1;
    }

    private static async Task<double[]> MeasureAsync(JobSpec job, Core.Spaces.Configuration challenger, CancellationToken cancellationToken)
    {
        await using var cluster = await new SimulatedClusterDriver().OpenAsync(job, 0, cancellationToken);
        var episodes = job.Episodes();
        var differences = new List<double>(Pool);
        for (var i = 0; differences.Count < Pool; i++)
        {
            var episode = episodes.Fresh("intervals", i);
            if (await FleetChallenger.LogAsync(cluster, job, 2 * i, job.Baseline, episode, cancellationToken) is { } was
                && await FleetChallenger.LogAsync(cluster, job, (2 * i) + 1, challenger, episode, cancellationToken) is { } now)
            {
                differences.Add(now - was);
            }
        }

        return [.. differences];
    }

    private static (double Corrected, double Student) Covered(double[] pool, int pairs, int comparisons, ulong seed, IDistributions distributions)
    {
        var truth = pool.Average();
        var (corrected, student) = (0, 0);
        for (var i = 0; i < comparisons; i++)
        {
            var random = CounterRandom.For(seed, "intervals", (ulong)i);
            var differences = new PairedDifference[pairs];
            for (var pair = 0; pair < pairs; pair++)
            {
                differences[pair] = new PairedDifference(pool[random.NextInt32(pool.Length)], pair % 2 == 0 ? 1 : -1);
            }

            var mean = PairedMean.Of(differences);
            corrected += Holds(mean) ? 1 : 0;
            student += Holds(mean with { Skewness = 0 }) ? 1 : 0;
        }

        return ((double)corrected / comparisons, (double)student / comparisons);

        bool Holds(MeanEstimate mean) => mean.Lower(Alpha, distributions) <= truth && truth <= mean.Upper(Alpha, distributions);
    }

    private static double Skewness(double[] values)
    {
        var mean = values.Average();
        var variance = values.Average(v => (v - mean) * (v - mean));
        return values.Average(v => Math.Pow(v - mean, 3)) / Math.Pow(variance, 1.5);
    }
}
