using System.Collections.Immutable;

namespace TuneSearch.Core.Spaces.Drafts;

/// <summary>Puts parameters after those that their conditions read, else in the order given.</summary>
internal static class ParameterOrder
{
    /// <summary>The order, or in <paramref name="cycle"/> the names that wait for each other, first one repeated at the end.</summary>
    public static ImmutableArray<Parameter> Sort(IReadOnlyList<Parameter> parameters, out ImmutableArray<string> cycle)
    {
        var byName = parameters.ToDictionary(p => p.Name, StringComparer.Ordinal);
        var sorted = ImmutableArray.CreateBuilder<Parameter>(parameters.Count);
        var done = new HashSet<string>(StringComparer.Ordinal);
        var path = new List<string>();
        cycle = [];
        foreach (var parameter in parameters)
        {
            if (!Visit(parameter, byName, done, path, sorted))
            {
                cycle = [.. path[path.IndexOf(path[^1])..]];
                return [];
            }
        }

        return sorted.ToImmutable();
    }

    private static bool Visit(Parameter parameter, Dictionary<string, Parameter> byName, HashSet<string> done, List<string> path, ImmutableArray<Parameter>.Builder sorted)
    {
        if (done.Contains(parameter.Name))
        {
            return true;
        }

        var isOpen = path.Contains(parameter.Name);
        path.Add(parameter.Name);
        if (isOpen)
        {
            return false;
        }

        foreach (var name in parameter.ActiveWhen?.Predicate.Names.Order(StringComparer.Ordinal) ?? Enumerable.Empty<string>())
        {
            if (byName.TryGetValue(name, out var needed) && !Visit(needed, byName, done, path, sorted))
            {
                return false;
            }
        }

        path.RemoveAt(path.Count - 1);
        done.Add(parameter.Name);
        sorted.Add(parameter);
        return true;
    }
}
