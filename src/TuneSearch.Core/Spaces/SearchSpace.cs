using System.Collections.Immutable;

namespace TuneSearch.Core.Spaces;

/// <summary>Parameters, the conditions under which they are active, and the laws between them. Valid by construction of the files that make it.</summary>
public sealed class SearchSpace
{
    private readonly ImmutableDictionary<string, Parameter> _byName;

    public SearchSpace(string name, IEnumerable<Parameter> parameters, IEnumerable<Constraint>? constraints = null)
    {
        Name = name;
        Parameters = [.. parameters];
        Constraints = [.. constraints ?? []];
        _byName = Parameters.ToImmutableDictionary(p => p.Name, StringComparer.Ordinal);
        Searched = [.. Parameters.Where(p => !p.IsFrozen)];
        Defaults = Activate(name => _byName[name].Default);
    }

    public string Name { get; }

    /// <summary>The catalogue that its parameters inherit from, as kafka/3.9; null for none.</summary>
    public string? Catalogue { get; init; }

    /// <summary>In the order of the file; a parameter stands after those its condition reads.</summary>
    public ImmutableArray<Parameter> Parameters { get; }

    /// <summary>The parameters that are not frozen.</summary>
    public ImmutableArray<Parameter> Searched { get; }

    public ImmutableArray<Constraint> Constraints { get; }

    /// <summary>Every active parameter at its default.</summary>
    public Configuration Defaults { get; }

    public Parameter? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The configuration that takes each active parameter's value from <paramref name="choose"/>; inactive parameters have no value.</summary>
    public Configuration Activate(Func<string, ParameterValue> choose)
    {
        var values = new Dictionary<string, ParameterValue>(StringComparer.Ordinal);
        foreach (var parameter in Parameters)
        {
            if (parameter.ActiveWhen is null || parameter.ActiveWhen.HoldsFor(name => values.TryGetValue(name, out var v) ? v : null))
            {
                values[parameter.Name] = parameter.IsFrozen ? parameter.Default : choose(parameter.Name);
            }
        }

        return Configuration.From(values);
    }

    /// <summary>The first constraint that the configuration breaks, or null.</summary>
    public Constraint? FirstBroken(Configuration configuration) => Constraints.FirstOrDefault(c => !c.IsSatisfiedBy(configuration));
}
