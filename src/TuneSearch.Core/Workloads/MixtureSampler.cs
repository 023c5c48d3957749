using System.Collections.Immutable;
using TuneSearch.Core.Randomness;

namespace TuneSearch.Core.Workloads;

/// <summary>Draws a job's episodes: which profiles run together, with which shares, from which seed. A pure function of the job's seed, a purpose and an index.</summary>
/// <remarks>
/// Profiles take turns by seeded permutations, so that each of them runs about equally often however few run together. Whole turns
/// are held out from the search: by their number where weights are drawn, for then no two mixtures are equal; where weights are equal
/// by <see cref="HeldOutTurns"/>, so that no group of profiles is on both sides. Where all profiles run at equal weights there is one
/// mixture only, and what is held out are its seeds.
/// </remarks>
public sealed class MixtureSampler
{
    /// <summary>The least that a drawn profile gets, as a part of an equal share: one without messages has no percentiles to guard.</summary>
    public const double SmallestShare = 0.1;

    private readonly ImmutableArray<string> _profiles;
    private readonly MixtureSpec _spec;
    private readonly ulong _seed;
    private readonly HeldOutTurns? _heldOut;

    /// <summary>Numbers of turns as they were found, by side.</summary>
    private readonly List<int> _seenTurns = [];
    private readonly List<int> _heldOutTurns = [];
    private int _nextTurn;

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
        EpisodesToCoverAll = (_profiles.Length + ProfilesPerEpisode - 1) / ProfilesPerEpisode;
        if (spec.DirichletAlpha is null && spec.Holdout > 0 && EpisodesToCoverAll > 1)
        {
            _heldOut = HeldOutTurns.Choose(_profiles.Length, ProfilesPerEpisode, spec.Holdout, Groups);
        }
    }

    /// <summary>How many profiles run together in each episode.</summary>
    public int ProfilesPerEpisode { get; }

    /// <summary>How many episodes it takes until every profile has run: a turn.</summary>
    public int EpisodesToCoverAll { get; }

    /// <summary>An episode on a mixture that the search may see. Purposes («search», «gate»…) share mixtures and no seeds.</summary>
    public Episode Seen(string purpose, int index) => Draw(purpose, index, heldOut: false);

    /// <summary>An episode with a fresh seed on any mixture, held-out ones in their share.</summary>
    public Episode Fresh(string purpose, int index) => Draw(purpose, index, IsDrawn("fresh/" + purpose, index));

    private bool IsDrawn(string list, int number) =>
        _spec.Holdout > 0 && CounterRandom.For(_seed, "holdout/" + list, (ulong)number).NextDouble() < _spec.Holdout;

    private Episode Draw(string purpose, int index, bool heldOut) =>
        new(CounterRandom.DeriveSeed(_seed, "episode/" + purpose, (ulong)index), Weights(Turn(index / EpisodesToCoverAll, heldOut), index % EpisodesToCoverAll), heldOut)
        {
            Duration = _spec.Duration,
            MaxWarmUp = _spec.MaxWarmUp,
            ProfileCount = _profiles.Length,
        };

    /// <summary>The number of the n-th turn of a side.</summary>
    private int Turn(int n, bool heldOut)
    {
        if (_heldOut is { } held && heldOut)
        {
            return held.Numbers[n % held.Numbers.Length];
        }

        var found = heldOut ? _heldOutTurns : _seenTurns;
        while (_spec.Holdout > 0 && found.Count <= n)
        {
            (IsHeldOut(_nextTurn) ? _heldOutTurns : _seenTurns).Add(_nextTurn);
            _nextTurn++;
        }

        return _spec.Holdout > 0 ? found[n] : n;
    }

    private bool IsHeldOut(int turn) => _heldOut?.Touches(turn) ?? IsDrawn("mixtures", turn);

    /// <summary>Which profiles run together in each episode of a turn, by their numbers.</summary>
    private ImmutableArray<ImmutableArray<int>> Groups(int turn)
    {
        var order = Enumerable.Range(0, _profiles.Length).ToArray();
        var random = CounterRandom.For(_seed, "mixture-turn", (ulong)turn);
        random.Shuffle<int>(order);
        return [.. Enumerable.Range(0, EpisodesToCoverAll).Select(episode => Enumerable.Range(episode * ProfilesPerEpisode, ProfilesPerEpisode).Select(i => order[i % order.Length]).Order().ToImmutableArray())];
    }

    private ImmutableSortedDictionary<string, double> Weights(int turn, int episode)
    {
        var group = Groups(turn)[episode];
        var shares = Enumerable.Repeat(1.0 / group.Length, group.Length).ToArray();
        if (_spec.DirichletAlpha is { } alpha)
        {
            var random = CounterRandom.For(_seed, "mixture-weights", (ulong)((turn * EpisodesToCoverAll) + episode));
            shares = Dirichlet.Draw(ref random, group.Length, alpha);
            for (var i = 0; i < shares.Length; i++)
            {
                shares[i] = SmallestShare / group.Length + (1 - SmallestShare) * shares[i];
            }
        }

        return group.Select((profile, i) => KeyValuePair.Create(_profiles[profile], shares[i])).ToImmutableSortedDictionary(StringComparer.Ordinal);
    }
}
