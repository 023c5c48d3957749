using TuneSearch.Core.Spaces;

namespace TuneSearch.Testing.Spaces;

/// <summary>Every configuration of a small finite space: how a test knows the true optimum.</summary>
public static class SpaceEnumeration
{
    /// <summary>Each legal configuration once. All domains must be finite and the product small enough to walk.</summary>
    public static IEnumerable<Configuration> Of(SearchSpace space)
    {
        var values = space.Searched.Select(p => p.Domain.Enumerate(int.MaxValue) ?? throw new ArgumentException($"{p.Name} is a continuum and cannot be enumerated.", nameof(space))).ToArray();
        var index = space.Searched.Select((p, i) => (p.Name, i)).ToDictionary(pair => pair.Name, pair => pair.i, StringComparer.Ordinal);
        var at = new int[values.Length];
        var seen = new HashSet<Configuration>();
        while (true)
        {
            var configuration = space.Activate(name => values[index[name]][at[index[name]]]);
            if (space.FirstBroken(configuration) is null && seen.Add(configuration))
            {
                yield return configuration;
            }

            var digit = 0;
            while (digit < at.Length && ++at[digit] == values[digit].Count)
            {
                at[digit++] = 0;
            }

            if (digit == at.Length)
            {
                yield break;
            }
        }
    }
}
