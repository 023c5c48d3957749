using TuneSearch.Core.Randomness;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Core.Annealing.Encoding;

/// <summary>A search space as rows of genes, one for each searched parameter, with its conditions and constraints kept.</summary>
/// <remarks>Not for several threads: values of the point under judgement are held while expressions read them.</remarks>
internal sealed class SpaceEncoding
{
    private const int DrawsBeforeGivingUp = 200;
    private readonly SearchSpace _space;
    private readonly Dictionary<string, int> _axisOf;
    private readonly HashSet<string> _read;
    private readonly Dictionary<string, ParameterValue> _values = new(StringComparer.Ordinal);
    private readonly Func<string, ParameterValue?> _lookup;
    private readonly bool _hasLaws;

    public SpaceEncoding(SearchSpace space)
    {
        _space = space;
        Axes = [.. space.Searched.Select(p => new Axis(p))];
        _axisOf = Axes.Select((axis, i) => (axis.Parameter.Name, i)).ToDictionary(pair => pair.Name, pair => pair.i, StringComparer.Ordinal);
        var expressions = space.Constraints.Select(c => c.Predicate).Concat(space.Parameters.Where(p => p.ActiveWhen is not null).Select(p => p.ActiveWhen!.Predicate));
        _read = expressions.SelectMany(e => e.Names).ToHashSet(StringComparer.Ordinal);
        _hasLaws = space.Constraints.Length > 0 || space.Parameters.Any(p => p.ActiveWhen is not null);
        _lookup = name => _values.TryGetValue(name, out var value) ? value : null;
        var size = 1.0;
        foreach (var axis in Axes)
        {
            size *= axis.Levels ?? double.PositiveInfinity;
        }

        Size = size;
    }

    public Axis[] Axes { get; }

    /// <summary>How many points there are before conditions and constraints; infinite where a parameter is a continuum.</summary>
    public double Size { get; }

    public double[] GenesOf(Configuration configuration) =>
        [.. Axes.Select(axis => configuration.TryGet(axis.Parameter.Name, out var value) ? axis.GeneOf(value) : axis.DefaultGene)];

    public Configuration ToConfiguration(double[] genes) => _space.Activate(name => Axes[_axisOf[name]].Value(genes[_axisOf[name]]));

    public void PositionsOf(ReadOnlySpan<double> genes, Span<double> positions)
    {
        for (var i = 0; i < Axes.Length; i++)
        {
            positions[i] = Axes[i].Position(genes[i]);
        }
    }

    /// <summary>Gives inactive parameters their default gene; false where a constraint is broken.</summary>
    public bool Settle(double[] genes)
    {
        if (!_hasLaws)
        {
            return true;
        }

        _values.Clear();
        foreach (var parameter in _space.Parameters)
        {
            var isSearched = _axisOf.TryGetValue(parameter.Name, out var axis);
            if (parameter.ActiveWhen is { } condition && !condition.HoldsFor(_lookup))
            {
                if (isSearched)
                {
                    genes[axis] = Axes[axis].DefaultGene;
                }
            }
            else if (_read.Contains(parameter.Name))
            {
                _values[parameter.Name] = isSearched ? Axes[axis].Value(genes[axis]) : parameter.Default;
            }
        }

        return IsLawful();
    }

    /// <summary>A point drawn evenly, or null where constraints refused every draw.</summary>
    public double[]? Draw(ref CounterRandom random)
    {
        for (var attempt = 0; attempt < DrawsBeforeGivingUp; attempt++)
        {
            var genes = new double[Axes.Length];
            for (var i = 0; i < genes.Length; i++)
            {
                genes[i] = Axes[i].Draw(ref random);
            }

            if (Settle(genes))
            {
                return genes;
            }
        }

        return null;
    }

    /// <summary>Every lawful point, each once. Only for small spaces.</summary>
    public IEnumerable<double[]> All()
    {
        var seen = new HashSet<double[]>(GenesComparer.Instance);
        for (long code = 0; code < (long)Size; code++)
        {
            var genes = new double[Axes.Length];
            var rest = code;
            for (var i = 0; i < genes.Length; i++)
            {
                genes[i] = rest % Axes[i].Levels!.Value;
                rest /= Axes[i].Levels!.Value;
            }

            if (Settle(genes) && seen.Add(genes))
            {
                yield return genes;
            }
        }
    }

    private bool IsLawful()
    {
        foreach (var constraint in _space.Constraints)
        {
            if (constraint.Predicate.Evaluate(_lookup) is { } result && !result.AsBoolean())
            {
                return false;
            }
        }

        return true;
    }
}
