using TuneSearch.Core.Randomness;
using TuneSearch.Core.Statistics;
using TuneSearch.Numerics;

namespace TuneSearch.Benchmarks.Statistics;

/// <summary>How many measurements a comparison needs, paired on the same episodes in ABBA order and unpaired, at the same error and power.</summary>
public sealed class PairingAblation : IBenchmark
{
    private const double Alpha = 0.025;
    private const double Power = 0.9;
    private const int MostPerArm = 400;

    public string Name => "pairing-ablation";

    public string Summary => "measurements needed paired and unpaired at equal error and power (paired needs at most half)";

    public Task<int> RunAsync(BenchmarkArguments arguments, CancellationToken cancellationToken)
    {
        var comparisons = arguments.Number("searches", 2000);
        var seed = (ulong)arguments.Number("seed", 1);
        var held = true;
        Console.WriteLine("| noise | spread of episodes | drift a trial | true gain | measurements, paired | unpaired | ratio | false claims paired | unpaired |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var (noise, spread, drift) in new[] { (0.02, 0.0, 0.0), (0.02, 0.02, 0), (0.02, 0.04, 0), (0.05, 0.10, 0), (0.10, 0.20, 0), (0.02, 0.04, 0.002), (0.02, 0, 0.005) })
        {
            var gain = Math.Log(1 + (2 * noise));
            var world = new World(noise, spread, drift);
            var paired = Smallest(n => Rejections(comparisons, seed, n, gain, world, Paired));
            var unpaired = Smallest(n => Rejections(comparisons, seed, n, gain, world, Unpaired));
            var ratio = (double)paired / unpaired;

            // Where episodes are alike there is nothing for pairing to take out; mixtures drawn anew differ by far more than a machine's noise.
            held &= spread < 2 * noise || ratio <= 0.5;
            Console.WriteLine(FormattableString.Invariant(
                $"| {100 * noise:0} % | {100 * spread:0} % | {100 * drift:0.0} % | {100 * (Math.Exp(gain) - 1):0} % | {2 * paired} | {(unpaired >= MostPerArm ? "over " : string.Empty)}{2 * unpaired} | {ratio:0.00} | {100 * Rejections(comparisons, seed, paired, 0, world, Paired):0.0} % | {100 * Rejections(comparisons, seed, unpaired, 0, world, Unpaired):0.0} % |"));
        }

        return Task.FromResult(held ? 0 : 1);
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

    private static double Rejections(int comparisons, ulong seed, int n, double gain, World world, Func<ulong, int, double, World, MeanEstimate> compare)
    {
        var hits = 0;
        var distributions = new MathNetDistributions();
        for (var i = 0; i < comparisons; i++)
        {
            hits += compare(CounterRandom.DeriveSeed(seed, "ablation", (ulong)i), n, gain, world).Lower(Alpha, distributions) > 0 ? 1 : 0;
        }

        return (double)hits / comparisons;
    }

    /// <summary>Both on the same episode, ABBA or BAAB by the seed, drift taken out.</summary>
    private static MeanEstimate Paired(ulong seed, int n, double gain, World world)
    {
        var random = CounterRandom.For(seed, "paired");
        var differences = new PairedDifference[n];
        var challengerFirst = false;
        for (var i = 0; i < n; i++)
        {
            challengerFirst = i % 2 == 0 ? random.NextBoolean() : !challengerFirst;
            var episode = world.Spread * random.NextGaussian();
            var (baseStep, step) = challengerFirst ? ((2 * i) + 1, 2 * i) : (2 * i, (2 * i) + 1);
            var incumbent = world.Measure(ref random, episode, baseStep);
            differences[i] = new PairedDifference(gain + world.Measure(ref random, episode, step) - incumbent, step - baseStep);
        }

        return PairedMean.Of(differences);
    }

    /// <summary>Each measurement on an episode of its own, order drawn at random, compared by Welch's t.</summary>
    private static MeanEstimate Unpaired(ulong seed, int n, double gain, World world)
    {
        var random = CounterRandom.For(seed, "unpaired");
        var isChallenger = Enumerable.Range(0, 2 * n).Select(i => i < n).ToArray();
        random.Shuffle<bool>(isChallenger);
        var (a, b) = (new List<double>(n), new List<double>(n));
        for (var step = 0; step < 2 * n; step++)
        {
            var value = world.Measure(ref random, world.Spread * random.NextGaussian(), step);
            (isChallenger[step] ? b : a).Add(value + (isChallenger[step] ? gain : 0));
        }

        return WelchMean.Of(a, b);
    }

    private sealed record World(double Noise, double Spread, double Drift)
    {
        public double Measure(ref CounterRandom random, double episode, int step) => episode + (Drift * step) + (Noise * random.NextGaussian());
    }
}
