using System.Collections.Immutable;
using TuneSearch.Core.Randomness;

namespace TuneSearch.Core.Workloads;

/// <summary>Draws a job's episodes: which profiles run together, with which shares, from which seed. A pure function of the job's seed, a purpose and an index.</summary>
/// <remarks>
/// Profiles take turns by seeded permutations, so that each of them runs about equally often however few run together.
/// Where weights are drawn, every fresh purpose draws mixtures of its own: finalists, gate and estimate share none with the search nor with each other, or
/// what was chosen for a mixture's luck would be shown by the same luck. The search's first turn runs equal shares, the middle of what is drawn: all first visits
/// see it, and a single draw would make one profile the search's whole aim.
/// Where weights are equal, whole turns are held out from the search by <see cref="HeldOutTurns"/>, so that no group of profiles is on both sides. Where all
/// profiles run at equal weights there is one mixture only, and what is held out are its seeds.
/// </remarks>
public sealed class MixtureSampler
{
    /// <summary>The least that a drawn profile gets, as a part of an equal share: one without messages has no percentiles to guard.</summary>
    public const double SmallestShare = 0.1;

    /// <summary>The turns that the search sees, and everyone where weights are equal.</summary>
    private const string TurnsOfAll = "";

    private readonly ImmutableArray<string> _profiles;
    private readonly MixtureSpec _spec;
    private readonly ulong _seed;

    /// <summary>Null where there is nothing to draw: equal weights are wanted, or each profile runs alone.</summary>
    private readonly double? _alpha;
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
        _alpha = ProfilesPerEpisode > 1 ? spec.DirichletAlpha : null;
        if (_alpha is null && spec.Holdout > 0 && EpisodesToCoverAll > 1)
        {
            _heldOut = HeldOutTurns.Choose(_profiles.Length, ProfilesPerEpisode, spec.Holdout, turn => Groups(TurnsOfAll, turn));
        }
    }

    /// <summary>How many profiles run together in each episode.</summary>
    public int ProfilesPerEpisode { get; }

    /// <summary>How many episodes it takes until every profile has run: a turn.</summary>
    public int EpisodesToCoverAll { get; }

    /// <summary>An episode on a mixture that the search may see. Purposes that see («search», «measure») share mixtures and no seeds.</summary>
    public Episode Seen(string purpose, int index) => Draw(purpose, index, TurnsOfAll, heldOut: false);

    /// <summary>An episode with a fresh seed: on a mixture of the purpose's own where weights are drawn, else on any mixture, held-out ones in their share.</summary>
    public Episode Fresh(string purpose, int index) => _alpha is null
        ? Draw(purpose, index, TurnsOfAll, IsDrawn("fresh/" + purpose, index))
        : Draw(purpose, index, "/" + purpose, heldOut: true);

    private bool IsDrawn(string list, int number) =>
        _spec.Holdout > 0 && CounterRandom.For(_seed, "holdout/" + list, (ulong)number).NextDouble() < _spec.Holdout;

    /// <param name="turns">Which sequence of turns the mixture is of.</param>
    private Episode Draw(string purpose, int index, string turns, bool heldOut)
    {
        var (turn, part) = Math.DivRem(index, EpisodesToCoverAll);
        return new Episode(CounterRandom.DeriveSeed(_seed, "episode/" + purpose, (ulong)index), Weights(turns, _alpha is null ? Turn(turn, heldOut) : turn, part), heldOut)
        {
            Duration = _spec.Duration,
            MaxWarmUp = _spec.MaxWarmUp,
            ProfileCount = _profiles.Length,
        };
    }

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
    private ImmutableArray<ImmutableArray<int>> Groups(string turns, int turn)
    {
        var order = Enumerable.Range(0, _profiles.Length).ToArray();
        var random = CounterRandom.For(_seed, "mixture-turn" + turns, (ulong)turn);
        random.Shuffle<int>(order);
        return [.. Enumerable.Range(0, EpisodesToCoverAll).Select(episode => Enumerable.Range(episode * ProfilesPerEpisode, ProfilesPerEpisode).Select(i => order[i % order.Length]).Order().ToImmutableArray())];
    }

    private ImmutableSortedDictionary<string, double> Weights(string turns, int turn, int part)
    {
        var group = Groups(turns, turn)[part];
        var shares = _alpha is { } alpha && (turn > 0 || turns != TurnsOfAll)
            ? Drawn(group.Length, alpha, CounterRandom.For(_seed, "mixture-weights" + turns, (ulong)((turn * EpisodesToCoverAll) + part)))
            : [.. Enumerable.Repeat(1.0 / group.Length, group.Length)];
        return group.Select((profile, i) => KeyValuePair.Create(_profiles[profile], shares[i])).ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    private static double[] Drawn(int count, double alpha, CounterRandom random)
    {
        var shares = Dirichlet.Draw(ref random, count, alpha);
        for (var i = 0; i < shares.Length; i++)
        {
            shares[i] = (SmallestShare / count) + ((1 - SmallestShare) * shares[i]);
        }

        return shares;
    }
}
