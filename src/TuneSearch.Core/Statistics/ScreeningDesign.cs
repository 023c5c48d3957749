using System.Numerics;
using TuneSearch.Core.Randomness;

namespace TuneSearch.Core.Statistics;

/// <summary>Which factors are on and which off in each run of a screening experiment.</summary>
/// <remarks>
/// Rows of a Hadamard matrix (Sylvester's construction), run together with their mirror images (foldover), so that main effects are clear of each other and
/// of all two-factor interactions: Plackett and Burman, «The design of optimum multifactorial experiments», Biometrika 1946; Box and Wilson 1951 (foldover).
/// All factors are estimated from all runs, which is why it takes so few.
/// </remarks>
public sealed class ScreeningDesign
{
    private readonly int[] _rows;

    /// <param name="factors">How many factors.</param>
    /// <param name="mostRows">The most rows to use; a part of the full matrix in seeded order where it has more.</param>
    public ScreeningDesign(int factors, int mostRows, ulong seed)
    {
        Factors = factors;
        FullRows = (int)BitOperations.RoundUpToPowerOf2((uint)factors + 1);
        var rows = Enumerable.Range(0, FullRows).ToArray();
        CounterRandom.For(seed, "screening").Shuffle<int>(rows);
        _rows = rows[..Math.Min(mostRows, FullRows)];
    }

    public int Factors { get; }

    /// <summary>Rows of the whole matrix, with which the effects are orthogonal.</summary>
    public int FullRows { get; }

    public int Rows => _rows.Length;

    /// <summary>1 where the factor is on in the row, -1 where it is off; the mirror image is the negative.</summary>
    public int Sign(int row, int factor) => (BitOperations.PopCount((uint)_rows[row] & (uint)(factor + 1)) & 1) == 0 ? 1 : -1;

    /// <summary>What switching each factor on brings, from the differences row minus mirror image; null differences were not measured.</summary>
    /// <remarks>With all rows the design is orthogonal and each effect is a plain mean; with a part of them few of the factors are taken to matter.</remarks>
    /// <param name="deviation">Standard deviation of one difference.</param>
    public double[] Effects(IReadOnlyList<double?> differences, double deviation)
    {
        var rows = Enumerable.Range(0, Rows).Where(row => differences[row] is not null).ToArray();

        // Row and mirror image once each: the mean of both is 0, so that no intercept eats into the effects.
        var signs = rows.Select(Signs).Concat(rows.Select(row => Signs(row).Select(s => -s).ToArray())).ToArray();
        var values = rows.Select(row => differences[row]!.Value).Concat(rows.Select(row => -differences[row]!.Value)).ToArray();
        return signs.Length == 0 ? new double[Factors] : SparseRegression.Fit(signs, values, deviation * Math.Sqrt(2));
    }

    private double[] Signs(int row) => [.. Enumerable.Range(0, Factors).Select(factor => (double)Sign(row, factor))];
}
