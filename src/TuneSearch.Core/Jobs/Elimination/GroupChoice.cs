using System.Collections.Immutable;

namespace TuneSearch.Core.Jobs.Elimination;

/// <summary>Which lines to try to take back together: those of which the most are expected to go.</summary>
/// <remarks>Group testing (Dorfman, «The detection of defective members of large populations», 1943) with unequal chances, groups by their expected worth.</remarks>
/// <param name="Lines">To go beside those that are gone.</param>
/// <param name="Chance">That the test lets them go.</param>
internal sealed record GroupChoice(ImmutableArray<int> Lines, double Chance)
{
    /// <summary>How many lines are expected to go.</summary>
    public double Worth => Lines.Length * Chance;

    /// <summary>The group of the greatest worth; null where every group was refused.</summary>
    /// <param name="costs">What each line takes of what may be lost: the cheapest go first.</param>
    /// <param name="gone">Lines that are gone: a test is of these and the group together.</param>
    /// <param name="refused">Sets of lines that could not go: no set that has one of them in it is tried again.</param>
    public static GroupChoice? Best(
        IReadOnlyList<double> costs, IReadOnlyCollection<int> gone, IReadOnlyCollection<ImmutableHashSet<int>> refused, Func<IReadOnlyCollection<int>, double> chance, Predicate<IReadOnlyCollection<int>> isLawful)
    {
        GroupChoice? best = null;
        var set = gone.ToImmutableHashSet();
        var group = ImmutableArray<int>.Empty;
        foreach (var line in Enumerable.Range(0, costs.Count).Where(line => !gone.Contains(line)).OrderBy(line => costs[line]).ThenBy(line => line))
        {
            var grown = set.Add(line);
            if (refused.Any(r => r.IsSubsetOf(grown)) || !isLawful(grown))
            {
                continue;
            }

            set = grown;
            group = group.Add(line);
            var choice = new GroupChoice(group, chance(set));
            if (best is null || choice.Worth > best.Worth)
            {
                best = choice;
            }
        }

        return best;
    }
}
