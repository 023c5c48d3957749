using System.Collections.Immutable;

namespace TuneSearch.Core.Workloads;

/// <summary>The turns that the search never sees where weights are equal: no group of profiles that runs in one of them runs in a turn of the search's.</summary>
internal sealed class HeldOutTurns
{
    /// <summary>Turns that are looked at to see whether the search keeps enough of them.</summary>
    private const int Sample = 200;

    /// <summary>Of those, the fewest that must be left to the search.</summary>
    private const int FewestLeft = 20;

    /// <summary>More would only be drawn again where groups are that many.</summary>
    private const int Most = 64;

    private readonly Func<int, ImmutableArray<ImmutableArray<int>>> _groups;
    private readonly HashSet<string> _held;

    private HeldOutTurns(ImmutableArray<int> numbers, HashSet<string> held, Func<int, ImmutableArray<ImmutableArray<int>>> groups)
    {
        Numbers = numbers;
        _held = held;
        _groups = groups;
    }

    /// <summary>At least one.</summary>
    public ImmutableArray<int> Numbers { get; }

    /// <summary>Holds out whole turns, the first ones, until their groups are the share of all; null where the search would be left with nothing, as with two profiles one by one.</summary>
    /// <param name="profiles">How many there are.</param>
    /// <param name="together">How many of them run in an episode.</param>
    /// <param name="groups">The groups of a turn, by its number.</param>
    public static HeldOutTurns? Choose(int profiles, int together, double share, Func<int, ImmutableArray<ImmutableArray<int>>> groups)
    {
        var sample = Enumerable.Range(0, Sample).Select(turn => groups(turn).Select(Text).ToArray()).ToArray();
        var wanted = share * Binomial(profiles, together);
        HashSet<string> held = [];
        var numbers = ImmutableArray.CreateBuilder<int>();
        for (var turn = 0; turn < Most && held.Count < wanted; turn++)
        {
            HashSet<string> more = [.. held, .. sample[turn]];
            if (more.Count > held.Count && sample.Count(groups => !groups.Any(more.Contains)) >= FewestLeft)
            {
                held = more;
                numbers.Add(turn);
            }
        }

        return numbers.Count == 0 ? null : new HeldOutTurns(numbers.ToImmutable(), held, groups);
    }

    /// <summary>Whether a group of the turn is held out.</summary>
    public bool Touches(int turn) => _groups(turn).Any(group => _held.Contains(Text(group)));

    private static string Text(ImmutableArray<int> group) => string.Join('+', group);

    private static double Binomial(int n, int k) => Enumerable.Range(1, Math.Min(k, n - k)).Aggregate(1.0, (result, i) => result * (n - i + 1) / i);
}
