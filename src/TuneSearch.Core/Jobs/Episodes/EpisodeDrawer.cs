using System.Collections.Immutable;
using TuneSearch.Core.Randomness;
using TuneSearch.Core.Workloads;

namespace TuneSearch.Core.Jobs.Episodes;

/// <summary>Draws a job's episodes from its profiles: which run together, with which weights, under which seed. A pure function of the job's seed,
/// a purpose and an index.</summary>
/// <remarks>
/// Mixtures come from a numbered list; those whose number is drawn into the holdout are never seen by the search. Profiles take turns by seeded
/// permutations, so that each of them runs about equally often however few run together.
/// </remarks>
internal sealed class EpisodeDrawer(ulong seed, ImmutableArray<Profile> profiles, MixtureSpec mixture)
{
    private int Together => mixture.ProfilesPerEpisode <= 0 ? profiles.Length : Math.Min(mixture.ProfilesPerEpisode, profiles.Length);

    /// <summary>How many episodes it takes until every profile has run.</summary>
    public int EpisodesToCoverAll => (profiles.Length + Together - 1) / Together;

    /// <summary>An episode on a mixture that the search may see. Equal purpose and index give the equal episode.</summary>
    public Episode Seen(string purpose, int index) => Draw(purpose, index, Nth(index, heldOut: false), heldOut: false);

    /// <summary>An episode with a fresh seed on any mixture, held-out ones in their share.</summary>
    public Episode Fresh(string purpose, int index)
    {
        var heldOut = IsHeldOut("fresh/" + purpose, index);
        return Draw(purpose, index, Nth(index, heldOut), heldOut);
    }

    private bool IsHeldOut(string list, int number) =>
        mixture.Holdout > 0 && CounterRandom.For(seed, "holdout/" + list, (ulong)number).NextDouble() < mixture.Holdout;

    /// <summary>The number of the n-th mixture of the kind, counted over whole turns of the profiles so that turns stay complete.</summary>
    private int Nth(int index, bool heldOut)
    {
        var turn = index / EpisodesToCoverAll;
        var number = -1;
        for (var found = -1; found < turn;)
        {
            number++;
            found += mixture.Holdout <= 0 || IsHeldOut("mixtures", number) == heldOut ? 1 : 0;
        }

        return (number * EpisodesToCoverAll) + (index % EpisodesToCoverAll);
    }

    private Episode Draw(string purpose, int index, int mixtureNumber, bool heldOut) =>
        new(CounterRandom.DeriveSeed(seed, "episode/" + purpose, (ulong)index), Weights(mixtureNumber), heldOut)
        {
            Duration = mixture.Duration,
            MaxWarmUp = mixture.MaxWarmUp,
            ProfileCount = profiles.Length,
        };

    private ImmutableSortedDictionary<string, double> Weights(int number)
    {
        var order = Enumerable.Range(0, profiles.Length).ToArray();
        var turn = CounterRandom.For(seed, "mixture-turn", (ulong)(number / EpisodesToCoverAll));
        turn.Shuffle<int>(order);
        var first = number % EpisodesToCoverAll * Together;
        var random = CounterRandom.For(seed, "mixture-weights", (ulong)number);
        var weights = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        for (var i = 0; i < Together; i++)
        {
            weights[profiles[order[(first + i) % order.Length]].Name] = mixture.DirichletAlpha is { } alpha ? Gamma(ref random, alpha) : 1;
        }

        var sum = weights.Values.Sum();
        return weights.ToImmutable().ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value / sum, StringComparer.Ordinal);
    }

    /// <summary>Marsaglia and Tsang, «A simple method for generating gamma variables», ACM TOMS 2000; below shape 1 by their boost.</summary>
    private static double Gamma(ref CounterRandom random, double shape)
    {
        if (shape < 1)
        {
            return Math.Max(Gamma(ref random, shape + 1) * Math.Pow(1 - random.NextDouble(), 1 / shape), double.Epsilon);
        }

        var d = shape - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = random.NextGaussian();
            var v = Math.Pow(1 + (c * x), 3);
            if (v > 0 && Math.Log(1 - random.NextDouble()) < (0.5 * x * x) + d - (d * v) + (d * Math.Log(v)))
            {
                return d * v;
            }
        }
    }
}
