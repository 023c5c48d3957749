using TuneSearch.Core.Randomness;
using TuneSearch.Core.Statistics;
using TuneSearch.Numerics;

namespace TuneSearch.Benchmarks.Statistics;

/// <summary>Measurements of two configurations on the same episodes, from which comparisons are drawn: on the same episodes in ABBA order, or each on episodes of its own in any order.</summary>
/// <param name="Was">Log of the incumbent's objective, an episode each.</param>
/// <param name="Now">The challenger's on the same episodes, shifted to have no gain on average.</param>
/// <param name="Drift">What the log gains from one measurement to the next for nothing but time.</param>
internal sealed record PairingPool(double[] Was, double[] Now, double Drift)
{
    public const int MostPerArm = 1000;
    private const double Alpha = 0.025;
    private const double Power = 0.9;

    public double Spread => Deviation(Was);

    public double PairSpread => Deviation([.. Now.Zip(Was, (now, was) => now - was)]);

    /// <summary>The fewest measurements of an arm that show a gain in nine of ten comparisons; <see cref="MostPerArm"/> where that many do not.</summary>
    public int Smallest(int comparisons, ulong seed, double gain, bool isPaired)
    {
        for (var n = 4; n < MostPerArm; n = Math.Max(n + 1, (int)(n * 1.1)))
        {
            if (Rejections(comparisons, seed, n, gain, isPaired) >= Power)
            {
                return n;
            }
        }

        return MostPerArm;
    }

    /// <summary>The share of comparisons, n measurements an arm, that find the challenger better.</summary>
    public double Rejections(int comparisons, ulong seed, int n, double gain, bool isPaired)
    {
        var distributions = new MathNetDistributions();
        var hits = 0;
        for (var i = 0; i < comparisons; i++)
        {
            var random = CounterRandom.For(seed, isPaired ? "paired" : "unpaired", (ulong)i);
            hits += (isPaired ? Paired(n, gain, ref random) : Unpaired(n, gain, ref random)).Lower(Alpha, distributions) > 0 ? 1 : 0;
        }

        return (double)hits / comparisons;
    }

    /// <summary>As the product compares: one episode a pair, every second pair in the reverse of the one before, drift taken out.</summary>
    private MeanEstimate Paired(int n, double gain, ref CounterRandom random)
    {
        var differences = new PairedDifference[n];
        var challengerFirst = false;
        for (var i = 0; i < n; i++)
        {
            challengerFirst = i % 2 == 0 ? random.NextBoolean() : !challengerFirst;
            var episode = random.NextInt32(Was.Length);
            var later = challengerFirst ? -1 : 1;
            differences[i] = new PairedDifference(Now[episode] + gain - Was[episode] + (Drift * later), later);
        }

        return PairedMean.Of(differences);
    }

    /// <summary>Each measurement on an episode of its own, the order drawn, compared by Welch's t.</summary>
    private MeanEstimate Unpaired(int n, double gain, ref CounterRandom random)
    {
        var isChallenger = Enumerable.Range(0, 2 * n).Select(i => i < n).ToArray();
        random.Shuffle<bool>(isChallenger);
        var (incumbent, challenger) = (new List<double>(n), new List<double>(n));
        for (var step = 0; step < 2 * n; step++)
        {
            var episode = random.NextInt32(Was.Length);
            if (isChallenger[step])
            {
                challenger.Add(Now[episode] + gain + (Drift * step));
            }
            else
            {
                incumbent.Add(Was[episode] + (Drift * step));
            }
        }

        return WelchMean.Of(incumbent, challenger);
    }

    private static double Deviation(double[] values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1));
    }
}
