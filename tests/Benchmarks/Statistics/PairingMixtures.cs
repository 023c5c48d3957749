using TuneSearch.Core.Clusters;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Workloads;
using TuneSearch.Kafka.Clusters.Simulated;

namespace TuneSearch.Benchmarks.Statistics;

/// <summary>Pairing on the simulated fleet with the shipped jobs' mixtures: how many measurements it saves to run both configurations on each.</summary>
/// <remarks>The challenger is what a job on these mixtures answers: what it brings differs from episode to episode, which pairing cannot take out, and is scaled to the gain as a whole.
/// Two questions: is there a gain of twice the noise, and, as the gate asks of every guarded metric, is what does not change no worse than the margin.</remarks>
public sealed class PairingMixtures : IBenchmark
{
    private const double Bound = 0.5;
    private const int Pool = 600;

    /// <summary>A tenth of a percent from one measurement to the next: 12 % in an hour of trials of half a minute.</summary>
    private const double Drift = 0.001;

    /// <summary>Up to it the usual mixtures differ by so much more than measurements do that even a gain of twice the noise is found with half of them.</summary>
    private const double ShippedNoise = 0.02;

    private static readonly MixtureSpec Default = new();

    private static readonly (string, MixtureSpec)[] Mixtures =
    [
        ("as a job has it: all profiles, dirichlet(4)", Default),
        ("all profiles, dirichlet(2)", new MixtureSpec(DirichletAlpha: 2)),
        ("all profiles, dirichlet(1)", new MixtureSpec(DirichletAlpha: 1)),
        ("two profiles at a time, dirichlet(4)", new MixtureSpec(ProfilesPerEpisode: 2)),
        ("two profiles at a time, dirichlet(1)", new MixtureSpec(ProfilesPerEpisode: 2, DirichletAlpha: 1)),
        ("all profiles, equal: one mixture, only seeds differ", new MixtureSpec(DirichletAlpha: null)),
    ];

    public string Name => "pairing-mixtures";

    public string Summary => "measurements needed paired and unpaired on the simulated fleet, by how mixtures are drawn (paired needs at most half as a job has them, and where they are drawn or the cluster drifts)";

    public async Task<int> RunAsync(BenchmarkArguments arguments, CancellationToken cancellationToken)
    {
        var shipped = ShippedFiles.Job("simulated");
        var seed = (ulong)arguments.Number("seed", 1);
        var comparisons = arguments.Number("comparisons", 1000);
        var directors = Repetition.Directors(arguments);
        var held = true;
        Console.WriteLine("| noise | mixtures | drift a trial | spread of episodes | of paired differences | a gain of twice the noise: paired, unpaired | ratio | a margin of 2 %: paired, unpaired | ratio | false claims paired, unpaired |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        foreach (var noise in new[] { 0.02, 0.05 })
        {
            foreach (var (name, mixture) in Mixtures)
            {
                var job = shipped with { Seed = seed, Mixture = mixture, Cluster = ((SimulatedClusterSpec)shipped.Cluster) with { Noise = noise, FaultRate = 0 } };
                var (twice, margin) = (Math.Log(1 + (2 * noise)), -Math.Log(1 - shipped.Objective.Gate.MaxRegression));
                var challenger = await FleetChallenger.FindAsync(job, directors, cancellationToken);
                var (gainPool, marginPool) = (await MeasureAsync(job, challenger, twice, cancellationToken), await MeasureAsync(job, challenger, margin, cancellationToken));
                foreach (var drift in new[] { 0, Drift })
                {
                    var (gain, gainRatio, sizes) = Needed(gainPool with { Drift = drift }, comparisons, seed, twice);
                    var (least, leastRatio, _) = Needed(marginPool with { Drift = drift }, comparisons, seed, margin);
                    held &= (mixture.DirichletAlpha is null && drift == 0) || (leastRatio <= Bound && (mixture != Default || noise > ShippedNoise || gainRatio <= Bound));
                    Console.WriteLine(FormattableString.Invariant(
                        $"| {100 * noise:0} % | {name} | {100 * drift:0.0} % | {100 * gainPool.Spread:0} % | {100 * gainPool.PairSpread:0.0} % | {gain} | {gainRatio:0.00} | {least} | {leastRatio:0.00} | {FalseClaims(gainPool with { Drift = drift }, comparisons, seed, sizes)} |"));
                }
            }
        }

        return held ? 0 : 1;
    }

    private static (string Text, double Ratio, (int Paired, int Unpaired) Sizes) Needed(PairingPool pool, int comparisons, ulong seed, double gain)
    {
        var paired = pool.Smallest(comparisons, seed, gain, isPaired: true);
        var unpaired = pool.Smallest(comparisons, seed, gain, isPaired: false);
        var over = unpaired >= PairingPool.MostPerArm ? "over " : string.Empty;
        return ($"{2 * paired}, {over}{2 * unpaired}", (double)paired / unpaired, (paired, unpaired));
    }

    private static string FalseClaims(PairingPool pool, int comparisons, ulong seed, (int Paired, int Unpaired) sizes) => FormattableString.Invariant(
        $"{100 * pool.Rejections(comparisons, seed, sizes.Paired, 0, isPaired: true):0.0} %, {100 * pool.Rejections(comparisons, seed, sizes.Unpaired, 0, isPaired: false):0.0} %");

    /// <summary>Log of the objective of baseline and challenger on the same episodes; what the challenger truly brings on each is scaled as if it brought the gain on average, and centred.</summary>
    private static async Task<PairingPool> MeasureAsync(JobSpec job, Configuration challenger, double gain, CancellationToken cancellationToken)
    {
        await using var cluster = await new SimulatedClusterDriver().OpenAsync(job, 0, cancellationToken);
        await using var silent = await new SimulatedClusterDriver().OpenAsync(job with { Cluster = ((SimulatedClusterSpec)job.Cluster) with { Noise = 0 } }, 0, cancellationToken);
        var episodes = job.Episodes();
        var (was, again, brings) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; was.Count < Pool; i++)
        {
            var episode = episodes.Fresh("pairing", i);
            if (await FleetChallenger.LogAsync(cluster, job, 2 * i, job.Baseline, episode, cancellationToken) is { } first
                && await FleetChallenger.LogAsync(cluster, job, (2 * i) + 1, job.Baseline, episode, cancellationToken) is { } second
                && await FleetChallenger.LogAsync(silent, job, i, job.Baseline, episode, cancellationToken) is { } before
                && await FleetChallenger.LogAsync(silent, job, i, challenger, episode, cancellationToken) is { } after)
            {
                was.Add(first);
                again.Add(second);
                brings.Add(after - before);
            }
        }

        // Of the pool exactly, so that a comparison without a gain has none.
        var scale = gain / brings.Average();
        double[] now = [.. again.Zip(brings, (value, more) => value + (scale * more))];
        var level = now.Average() - was.Average();
        return new PairingPool([.. was], [.. now.Select(value => value - level)], 0);
    }
}
