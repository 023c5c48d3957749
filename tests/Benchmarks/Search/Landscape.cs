using TuneSearch.Core.Spaces;

namespace TuneSearch.Benchmarks.Search;

/// <summary>A table of really measured configurations that answers for a live system, scored as shared/landscapes/README.md says.</summary>
public sealed class Landscape
{
    private readonly int[][] _rows;
    private readonly double[] _values;
    private readonly double[] _sorted;
    private readonly bool _maximize;
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);

    public Landscape(string name, bool maximize, IReadOnlyList<Parameter> parameters, int[][] rows, double[] values)
    {
        Name = name;
        _maximize = maximize;
        _rows = rows;
        _values = values;
        Space = new SearchSpace(name, parameters);
        _sorted = [.. values.Select(Cost).Order()];
        Median = (_sorted[(_sorted.Length - 1) / 2] + _sorted[_sorted.Length / 2]) / 2;
    }

    public string Name { get; }

    public SearchSpace Space { get; }

    private double Median { get; }

    /// <summary>The value as something to make small.</summary>
    public double Cost(double value) => _maximize ? -value : value;

    /// <summary>The measured value of that configuration, or of the nearest one that was measured.</summary>
    public double Value(Configuration configuration)
    {
        var point = Space.Parameters.Select(p => LevelOf(p.Domain, configuration[p.Name])).ToArray();
        lock (_known)
        {
            if (!_known.TryGetValue(configuration.Key, out var row))
            {
                _known[configuration.Key] = row = Nearest(point);
            }

            return _values[row];
        }
    }

    /// <summary>0 is the table's optimum, 100 its median row.</summary>
    public double Regret(double value) => 100 * (Cost(value) - _sorted[0]) / (Median - _sorted[0]);

    private static int LevelOf(Domain domain, ParameterValue value) => ((ListedDomain)domain).Values.IndexOf(value);

    /// <summary>Ordinal indices scaled to 0..1, a differing category counts 1, squares summed, the first row wins a tie.</summary>
    private int Nearest(int[] point)
    {
        var best = 0;
        var least = double.PositiveInfinity;
        for (var row = 0; row < _rows.Length; row++)
        {
            var sum = 0.0;
            for (var i = 0; i < point.Length; i++)
            {
                var away = Space.Parameters[i].Domain is OrdinalDomain ordinal
                    ? (point[i] - _rows[row][i]) * (1.0 / (ordinal.Values.Count - 1))
                    : point[i] == _rows[row][i] ? 0 : 1;
                sum += away * away;
            }

            if (sum < least)
            {
                (best, least) = (row, sum);
            }
        }

        return best;
    }
}
