using System.Collections.Immutable;
using TuneSearch.Core.Randomness;

namespace TuneSearch.Core.Workloads;

/// <summary>Draws episodes: which profiles run together, with which shares, from which seed. Pure: equal arguments give equal episodes.</summary>
/// <remarks>
/// Every mixture lies on one side of <see cref="HoldoutSplit"/>, so what the search tunes on and what its answer is checked on
/// never mix. Each drawn profile keeps at least <see cref="SmallestShare"/> of an equal share: a profile without messages has no
/// percentiles to guard.
/// </remarks>
public sealed class MixtureSampler
{
    /// <summary>The least that a drawn profile gets, as a part of an equal share.</summary>
    public const double SmallestShare = 0.1;

    private readonly ImmutableArray<string> _profiles;
    private readonly MixtureSpec _spec;
    private readonly ulong _seed;
    private readonly HoldoutSplit _split;

    public MixtureSampler(IEnumerable<string> profiles, MixtureSpec spec, ulong seed)
    {
        _profiles = [.. profiles.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (_profiles.IsEmpty)
        {
            throw new ArgumentException("A mixture needs at least one profile.", nameof(profiles));
        }

        _spec = spec;
        _seed = seed;
        ProfilesPerEpisode = spec.ProfilesPerEpisode <= 0 ? _profiles.Length : Math.Min(spec.ProfilesPerEpisode, _profiles.Length);
        _split = new HoldoutSplit(spec.Holdout, seed, spec.DirichletAlpha is null ? _profiles : [], ProfilesPerEpisode);
    }

    /// <summary>How many profiles run together in each episode.</summary>
    public int ProfilesPerEpisode { get; }

    /// <summary>The episode number <paramref name="index"/> of a purpose («search», «gate»…). Purposes share no seeds.</summary>
    /// <param name="heldOut">Whether the mixture comes from the side that the search never sees.</param>
    public Episode Draw(string purpose, int index, bool heldOut = false)
    {
        // Each attempt is an independent draw; the chance that 4096 of them miss a side of 10 % is 1e-187.
        for (var attempt = 0UL; ; attempt++)
        {
            var seed = CounterRandom.DeriveSeed(_seed, $"episode/{purpose}/{(heldOut ? "held-out" : "search")}/{index}", attempt);
            var weights = DrawWeights(seed);
            if (_split.IsHeldOut(weights, seed) == heldOut || !_split.HasBothSides || attempt >= 4096)
            {
                return new Episode(seed, weights, heldOut)
                {
                    Duration = _spec.Duration,
                    MaxWarmUp = _spec.MaxWarmUp,
                    ProfileCount = _profiles.Length,
                };
            }
        }
    }

    private ImmutableSortedDictionary<string, double> DrawWeights(ulong seed)
    {
        var random = CounterRandom.For(seed, "mixture");
        var names = _profiles.ToArray();
        random.Shuffle<string>(names);
        var chosen = names.AsSpan(0, ProfilesPerEpisode);
        chosen.Sort(StringComparer.Ordinal);
        var shares = _spec.DirichletAlpha is { } alpha ? Dirichlet.Draw(ref random, chosen.Length, alpha) : Equal(chosen.Length);
        var weights = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        var floor = SmallestShare / chosen.Length;
        for (var i = 0; i < chosen.Length; i++)
        {
            weights[chosen[i]] = floor + (1 - SmallestShare) * shares[i];
        }

        return weights.ToImmutable();
    }

    private static double[] Equal(int count)
    {
        var shares = new double[count];
        Array.Fill(shares, 1.0 / count);
        return shares;
    }
}
