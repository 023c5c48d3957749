using TuneSearch.Core.Randomness;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Benchmarks.Search;

/// <summary>Tables of a few hundred to a few thousand measured configurations over 9 to 40 parameters, so that most configurations are answered by a row that is not theirs.</summary>
/// <remarks>
/// Main effects of very unlike sizes and pairs, on a logarithmic scale. The rows of a third of the tables are drawn evenly, of another third near one configuration (as
/// people measure), of the last third obey a model of features: one of each group of switches is on, and some switches need others.
/// </remarks>
public static class MadeUpTables
{
    private const int DrawsForARow = 20;
    private static readonly int[] Parameters = [9, 12, 16, 20, 26, 32, 40];
    private static readonly int[] Rows = [200, 400, 800, 1600, 3000];
    private static readonly string[] Kinds = ["even", "near", "model"];

    public static Landscape Create(int number)
    {
        var random = CounterRandom.For((ulong)number, "made-up table");
        var kind = Kinds[number % Kinds.Length];
        var levels = new int[Parameters[random.NextInt32(Parameters.Length)]];
        for (var i = 0; i < levels.Length; i++)
        {
            levels[i] = random.NextDouble() < 0.75 ? 2 : 3 + random.NextInt32(4);
        }

        var rows = RowsOf(kind, levels, Rows[random.NextInt32(Rows.Length)], ref random);
        var sums = Sums(rows, levels, ref random);
        var mean = sums.Average();
        var deviation = Math.Sqrt(sums.Average(sum => (sum - mean) * (sum - mean)));
        var spread = 0.2 + (0.5 * random.NextDouble());
        var ruggedness = 0.005 + (0.025 * random.NextDouble());
        var values = new double[rows.Length];
        for (var row = 0; row < rows.Length; row++)
        {
            values[row] = 100 * Math.Exp((spread * (sums[row] - mean) / deviation) + (ruggedness * random.NextGaussian()));
        }

        return new Landscape($"{kind}-{number}-{levels.Length}x{rows.Length}", random.NextInt32(3) == 0, [.. levels.Select(ToParameter)], rows, values);
    }

    private static Parameter ToParameter(int levels, int index)
    {
        var values = ValueList.From(Enumerable.Range(0, levels).Select(level => ParameterValue.Integer(level)));
        return new Parameter($"p{index}", ParameterScope.Custom, new OrdinalDomain(values), values[(levels - 1) / 2]);
    }

    private static int[][] RowsOf(string kind, int[] levels, int count, ref CounterRandom random)
    {
        var middle = Draw(levels, ref random);
        var switches = Enumerable.Range(0, levels.Length).Where(i => levels[i] == 2).ToArray();
        random.Shuffle(switches.AsSpan());
        int[][] groups = [.. switches.Chunk(3).Where(group => group.Length == 3).Take(Math.Min(3, switches.Length / 4))];
        int[] free = [.. switches.Skip(3 * groups.Length)];
        var rows = new Dictionary<string, int[]>(StringComparer.Ordinal);
        for (var draw = 0; draw < count * DrawsForARow && rows.Count < count; draw++)
        {
            var row = Draw(levels, ref random);
            if (kind == "near")
            {
                for (var i = 0; i < row.Length; i++)
                {
                    row[i] = random.NextDouble() < 0.75 ? middle[i] : row[i];
                }
            }
            else if (kind == "model")
            {
                foreach (var group in groups)
                {
                    var on = group[random.NextInt32(group.Length)];
                    Array.ForEach(group, i => row[i] = i == on ? 1 : 0);
                }

                for (var i = 0; i + 1 < free.Length; i += 3)
                {
                    row[free[i + 1]] = row[free[i]] == 1 ? 1 : row[free[i + 1]];
                }
            }

            rows.TryAdd(string.Join(',', row), row);
        }

        return [.. rows.Values];
    }

    private static double[] Sums(int[][] rows, int[] levels, ref CounterRandom random)
    {
        var sums = new double[rows.Length];
        for (var i = 0; i < levels.Length; i++)
        {
            var size = Math.Pow(3, random.NextGaussian());
            var effects = Gaussians(levels[i], ref random);
            if (levels[i] > 2 && random.NextDouble() < 0.6)
            {
                Array.Sort(effects);
            }

            var (left, right, strength) = (random.NextInt32(levels.Length), random.NextInt32(levels.Length), 0.3 * Math.Pow(3, random.NextGaussian()));
            var pairs = Gaussians(levels[left] * levels[right], ref random);
            for (var row = 0; row < rows.Length; row++)
            {
                sums[row] += (size * effects[rows[row][i]]) + (strength * pairs[(rows[row][left] * levels[right]) + rows[row][right]]);
            }
        }

        return sums;
    }

    private static double[] Gaussians(int count, ref CounterRandom random)
    {
        var drawn = new double[count];
        for (var i = 0; i < count; i++)
        {
            drawn[i] = random.NextGaussian();
        }

        return drawn;
    }

    private static int[] Draw(int[] levels, ref CounterRandom random)
    {
        var row = new int[levels.Length];
        for (var i = 0; i < row.Length; i++)
        {
            row[i] = random.NextInt32(levels[i]);
        }

        return row;
    }
}
