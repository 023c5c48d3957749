using TuneSearch.Core.Annealing.Numerics;
using TuneSearch.Core.Randomness;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Core.Annealing.Encoding;

/// <summary>One searched parameter as the model and the moves see it: a value is a gene, a gene has a position.</summary>
/// <remarks>
/// Up to <see cref="MostLevels"/> values the gene is the value's index, beyond that its place on the unit interval; special values beside such a
/// range are genes from 2 upwards. Genes are always those of a value that the domain contains, so equal values have equal genes.
/// </remarks>
internal sealed class Axis
{
    private const int MostLevels = 64;
    private const double FirstSpecialGene = 2;
    private const double ChanceOfSpecial = 0.15;

    /// <summary>Ratios that differ from even ones by less, in ranges, are taken to be even.</summary>
    private const double EvenRatios = 1e-6;
    private static readonly double[] NeighbourSteps = [-0.05, 0.05];
    private readonly IReadOnlyList<ParameterValue>? _levels;
    private readonly ValueList? _special;
    private readonly double[] _positions;

    public Axis(Parameter parameter)
    {
        Parameter = parameter;
        var domain = parameter.Domain;
        _special = domain switch
        {
            IntegerDomain integer => integer.Special,
            RealDomain real => real.Special,
            _ => null,
        };
        _levels = _special is { Count: > 0 } ? null : domain.Enumerate(MostLevels)?.Select(OnLevel).ToList();
        _positions = _levels is null ? [] : PositionsOf(domain, _levels);
        Ratios = _levels is null ? null : RatiosOf(domain, _levels);
        DefaultGene = GeneOf(parameter.Default);
    }

    public Parameter Parameter { get; }

    public bool IsOrdered => Parameter.Domain.IsOrdered;

    /// <summary>How many values there are; null where they are treated as a continuum.</summary>
    public int? Levels => _levels?.Count;

    /// <summary>Where the levels of a list of numbers lie by their logarithms, 0 to 1; null where there are fewer than three, or one is negative, or they are
    /// not in order, or that is where they lie in the list anyway. Where zero is one of them, all are shifted by the smallest other: zero is a doubling away from it.</summary>
    public double[]? Ratios { get; }

    /// <summary>The gene that an inactive parameter has, so that configurations equal in what is active have equal genes.</summary>
    public double DefaultGene { get; }

    public ParameterValue Value(double gene) =>
        _levels is not null ? _levels[(int)gene]
        : gene >= FirstSpecialGene ? _special![(int)(gene - FirstSpecialGene)]
        : Parameter.FromUnit(gene);

    public double GeneOf(ParameterValue value)
    {
        if (_levels is not null)
        {
            var level = OnLevel(value);
            for (var i = 0; i < _levels.Count; i++)
            {
                if (_levels[i] == level)
                {
                    return i;
                }
            }
        }

        return _special is not null && _special.IndexOf(value) is var special and >= 0 ? FirstSpecialGene + special : Snap(Parameter.Domain.ToUnit(value));
    }

    /// <summary>Where a gene lies for the model: 0 to 1 along an ordered range (special values below it, half a range apart), the index of an unordered value.</summary>
    public double Position(double gene) =>
        _levels is not null ? _positions[(int)gene]
        : gene >= FirstSpecialGene ? -0.5 * (1 + gene - FirstSpecialGene)
        : gene;

    /// <summary>The gene at a place on 0 to 1 along all values; of a range with special values the range alone.</summary>
    public double At(double unit) => _levels is not null ? Math.Min(_levels.Count - 1, Math.Floor(unit * _levels.Count)) : Snap(unit);

    /// <summary>Which of at most <paramref name="most"/> equal cells along all values a gene lies in.</summary>
    public int Cell(double gene, int most) =>
        _levels is not null ? (int)(gene * Math.Min(most, _levels.Count) / _levels.Count)
        : gene >= FirstSpecialGene ? 0
        : Math.Min(most - 1, (int)(gene * most));

    public double Draw(ref CounterRandom random)
    {
        if (_levels is not null)
        {
            return random.NextInt32(_levels.Count);
        }

        return _special is { Count: > 0 } && random.NextDouble() < ChanceOfSpecial
            ? FirstSpecialGene + random.NextInt32(_special.Count)
            : Snap(random.NextDouble());
    }

    /// <summary>Another gene, about <paramref name="reach"/> of the range away where there is an order; any other where there is none.</summary>
    public double Step(double gene, double reach, ref CounterRandom random)
    {
        if (_levels is { Count: 1 })
        {
            return gene;
        }

        if (_levels is not null && (!IsOrdered || _levels.Count <= 3))
        {
            var other = random.NextInt32(_levels.Count - 1);
            return other >= gene ? other + 1 : other;
        }

        if (_levels is not null)
        {
            var width = 1 + (int)(-PortableMath.Log(1 - random.NextDouble()) * _levels.Count * reach);
            return Math.Clamp(gene + (random.NextBoolean() ? width : -width), 0, _levels.Count - 1);
        }

        if (gene >= FirstSpecialGene || (_special is { Count: > 0 } && random.NextDouble() < ChanceOfSpecial))
        {
            return Draw(ref random);
        }

        var length = -PortableMath.Log(1 - random.NextDouble()) * reach;
        return Snap(Math.Clamp(gene + (random.NextBoolean() ? length : -length), 0, 1));
    }

    /// <summary>The genes one step away on either side; all others where there is no order or few of them.</summary>
    public IEnumerable<double> Neighbours(double gene)
    {
        if (_levels is null)
        {
            foreach (var away in NeighbourSteps)
            {
                yield return Snap(Math.Clamp(Math.Min(gene, 1) + away, 0, 1));
            }

            yield break;
        }

        for (var other = 0; other < _levels.Count; other++)
        {
            if (other != gene && (!IsOrdered || _levels.Count <= 8 || Math.Abs(other - gene) <= 2))
            {
                yield return other;
            }
        }
    }

    private static double[] PositionsOf(Domain domain, IReadOnlyList<ParameterValue> levels)
    {
        var last = Math.Max(1, levels.Count - 1);
        if (!domain.IsOrdered)
        {
            return [.. Enumerable.Range(0, levels.Count).Select(i => (double)i)];
        }

        return [.. levels.Select((v, i) => domain is OrdinalDomain ? (double)i / last : domain.ToUnit(v))];
    }

    private static double[]? RatiosOf(Domain domain, IReadOnlyList<ParameterValue> levels)
    {
        if (domain is not OrdinalDomain || levels.Count < 3 || !levels.All(v => v.IsNumber && v.AsNumber() >= 0))
        {
            return null;
        }

        double[] numbers = [.. levels.Select(v => v.AsNumber())];
        var shift = numbers.Contains(0) ? numbers.Where(number => number > 0).DefaultIfEmpty(1).Min() : 0;
        double[] logs = [.. numbers.Select(number => PortableMath.Log(number + shift))];
        double[] ratios = [.. logs.Select(log => (log - logs[0]) / (logs[^1] - logs[0]))];
        var rises = ratios.Zip(ratios.Skip(1)).All(pair => pair.First < pair.Second);
        var differs = ratios.Where((ratio, i) => Math.Abs(ratio - ((double)i / (levels.Count - 1))) > EvenRatios).Any();
        return rises && differs ? ratios : null;
    }

    /// <summary>A real number may lie beside its grid by less than the domain's tolerance, and the default does not move for that.</summary>
    private ParameterValue OnLevel(ParameterValue value) => Parameter.Domain is RealDomain ? Parameter.FromUnit(Parameter.Domain.ToUnit(value)) : value;

    private double Snap(double unit) => Parameter.Domain.ToUnit(Parameter.FromUnit(unit));
}
