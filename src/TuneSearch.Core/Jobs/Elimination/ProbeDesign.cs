using System.Collections.Immutable;
using TuneSearch.Core.Randomness;

namespace TuneSearch.Core.Jobs.Elimination;

/// <summary>Which mixtures of tuned and baseline lines to measure so that they tell most about the lines.</summary>
/// <remarks>
/// Of many drawn halves always the one whose result is least certain by what is believed and by what the ones chosen before it will tell: the greedy design of greatest expected
/// information (Lindley, «On a measure of the information provided by an experiment», 1956; Chaloner and Verdinelli, «Bayesian experimental design», 1995).
/// A measurement of half the lines tells about all of them, which is why it takes so few (Plackett and Burman 1946).
/// </remarks>
internal static class ProbeDesign
{
    private const int Candidates = 48;

    /// <param name="open">The lines to tell apart; all others are off.</param>
    /// <param name="deviation">Standard deviation of one measurement.</param>
    /// <returns>The lines that are on, a set a probe; fewer than <paramref name="count"/> where few are lawful.</returns>
    public static ImmutableArray<ImmutableArray<int>> Choose(
        LineBelief belief, IReadOnlyList<int> open, double deviation, int count, Predicate<IReadOnlyCollection<int>> isLawful, ref CounterRandom random)
    {
        var candidates = new List<(ImmutableArray<int> On, double[] Unknown)>(Candidates);
        for (var i = 0; i < Candidates; i++)
        {
            var on = Half(open, ref random);
            if (isLawful(on))
            {
                candidates.Add((on, Centred(belief.Sums(on))));
            }
        }

        var chosen = ImmutableArray.CreateBuilder<ImmutableArray<int>>(count);
        while (chosen.Count < count && candidates.Count > 0)
        {
            var best = candidates.MaxBy(candidate => Product(candidate.Unknown, candidate.Unknown));
            candidates.Remove(best);
            chosen.Add(best.On);
            var known = Product(best.Unknown, best.Unknown) + (deviation * deviation);
            foreach (var (_, unknown) in candidates)
            {
                var shared = known <= 0 ? 0 : Product(unknown, best.Unknown) / known;
                for (var d = 0; d < unknown.Length; d++)
                {
                    unknown[d] -= shared * best.Unknown[d];
                }
            }
        }

        return chosen.ToImmutable();
    }

    private static ImmutableArray<int> Half(IReadOnlyList<int> open, ref CounterRandom random)
    {
        var shuffled = open.ToArray();
        random.Shuffle<int>(shuffled);
        var extra = shuffled.Length % 2 == 1 && random.NextBoolean() ? 1 : 0;
        return [.. shuffled.Take((shuffled.Length / 2) + extra).Order()];
    }

    private static double[] Centred(double[] values)
    {
        var mean = values.Average();
        return [.. values.Select(value => value - mean)];
    }

    /// <summary>The mean product over the draws: variances and covariances.</summary>
    private static double Product(double[] left, double[] right) => left.Zip(right, (a, b) => a * b).Average();
}
