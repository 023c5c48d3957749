using System.Collections.Immutable;
using System.Globalization;
using TuneSearch.Core.Randomness;

namespace TuneSearch.Core.Workloads;

/// <summary>Puts each mixture on the search's side or on the held-out side, by a hash of the mixture itself.</summary>
/// <remarks>
/// Drawn weights make endlessly many mixtures: each falls to a side by its own hash. Equal weights make as many mixtures as there
/// are subsets of profiles: where they can be listed, the share is met to the nearest subset and neither side is empty. One
/// single mixture cannot be split; then the seeds are, so that the arrivals, sizes and keys of the two sides still differ.
/// </remarks>
internal sealed class HoldoutSplit
{
    /// <summary>More subsets than this are split by hash alone; the chance that a side of 10 % stays empty is below 1e-11.</summary>
    private const int ListedSubsets = 256;

    private readonly double _share;
    private readonly ulong _seed;
    private readonly bool _splitsSeeds;
    private readonly ImmutableHashSet<string>? _heldOut;

    /// <param name="profiles">The profiles that equal weights choose from; empty where weights are drawn.</param>
    public HoldoutSplit(double share, ulong seed, ImmutableArray<string> profiles, int subsetSize)
    {
        _share = share;
        _seed = seed;
        if (profiles.IsEmpty || share <= 0 || Binomial(profiles.Length, subsetSize) is not { } subsets)
        {
            return;
        }

        _splitsSeeds = subsets == 1;
        if (_splitsSeeds)
        {
            return;
        }

        var held = Math.Clamp((int)Math.Round(share * subsets, MidpointRounding.AwayFromZero), 1, subsets - 1);
        _heldOut = [.. Subsets(profiles, subsetSize).OrderBy(HashOf).ThenBy(text => text, StringComparer.Ordinal).Take(held)];
    }

    /// <summary>False where nothing is held out.</summary>
    public bool HasBothSides => _share > 0;

    public bool IsHeldOut(ImmutableSortedDictionary<string, double> weights, ulong episodeSeed)
    {
        if (_share <= 0)
        {
            return false;
        }

        if (_heldOut is not null)
        {
            return _heldOut.Contains(string.Join('+', weights.Keys));
        }

        var text = _splitsSeeds
            ? episodeSeed.ToString(CultureInfo.InvariantCulture)
            : string.Join('+', weights.Select(pair => $"{pair.Key}={pair.Value.ToString("R", CultureInfo.InvariantCulture)}"));
        return HashOf(text) < _share;
    }

    /// <summary>Uniform on [0, 1), a pure function of the text and the job's seed.</summary>
    private double HashOf(string text) => CounterRandom.For(_seed, "holdout/" + text).NextDouble();

    /// <summary>Null above <see cref="ListedSubsets"/>.</summary>
    private static int? Binomial(int n, int k)
    {
        var result = 1L;
        for (var i = 1; i <= Math.Min(k, n - k); i++)
        {
            result = result * (n - i + 1) / i;
            if (result > ListedSubsets)
            {
                return null;
            }
        }

        return (int)result;
    }

    private static IEnumerable<string> Subsets(ImmutableArray<string> names, int size)
    {
        var index = Enumerable.Range(0, size).ToArray();
        while (true)
        {
            yield return string.Join('+', index.Select(i => names[i]));
            var last = size - 1;
            while (last >= 0 && index[last] == names.Length - size + last)
            {
                last--;
            }

            if (last < 0)
            {
                yield break;
            }

            index[last]++;
            for (var i = last + 1; i < size; i++)
            {
                index[i] = index[i - 1] + 1;
            }
        }
    }
}
