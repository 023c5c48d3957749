namespace TuneSearch.Core.Statistics;

/// <summary>Which few of many columns explain a response, from fewer rows than columns if need be.</summary>
/// <remarks>
/// The lasso by cyclic coordinate descent (Tibshirani, «Regression shrinkage and selection via the lasso», JRSS B 1996; Friedman, Hastie and Tibshirani, «Regularization
/// paths for generalized linear models via coordinate descent», J. Stat. Software 2010), then least squares on the columns it kept, which takes the shrinkage out.
/// The penalty is the universal one, sd · √(2 ln p / n): pure noise keeps no column most of the time.
/// </remarks>
public static class SparseRegression
{
    private const int MostSweeps = 500;
    private const double Settled = 1e-9;

    /// <param name="rows">One array of columns a row; centred by this method.</param>
    /// <param name="deviation">Standard deviation of the response's noise.</param>
    /// <returns>A coefficient a column, 0 where the column was not kept.</returns>
    public static double[] Fit(IReadOnlyList<double[]> rows, IReadOnlyList<double> response, double deviation)
    {
        var columns = rows.Count == 0 ? 0 : rows[0].Length;
        if (rows.Count < 2)
        {
            return new double[columns];
        }

        var centred = Centre(rows, columns);
        var meanResponse = response.Average();
        var target = response.Select(y => y - meanResponse).ToArray();
        var penalty = deviation * Math.Sqrt(2 * Math.Log(Math.Max(2, columns)) / rows.Count);
        var kept = Descend(centred, target, penalty, _ => true);
        return Descend(centred, target, 0, column => kept[column] != 0);
    }

    private static double[][] Centre(IReadOnlyList<double[]> rows, int columns)
    {
        var means = Enumerable.Range(0, columns).Select(c => rows.Average(r => r[c])).ToArray();
        return [.. rows.Select(r => r.Select((x, c) => x - means[c]).ToArray())];
    }

    private static double[] Descend(double[][] rows, double[] target, double penalty, Predicate<int> isUsed)
    {
        var columns = rows[0].Length;
        var coefficients = new double[columns];
        var residual = (double[])target.Clone();
        var squares = Enumerable.Range(0, columns).Select(c => rows.Average(r => r[c] * r[c])).ToArray();
        for (var sweep = 0; sweep < MostSweeps; sweep++)
        {
            var moved = 0.0;
            for (var c = 0; c < columns; c++)
            {
                if (squares[c] < Settled || !isUsed(c))
                {
                    continue;
                }

                var pull = squares[c] * coefficients[c];
                for (var r = 0; r < rows.Length; r++)
                {
                    pull += rows[r][c] * residual[r] / rows.Length;
                }

                // Columns are penalised in units of their own spread, as if standardised.
                var threshold = penalty * Math.Sqrt(squares[c]);
                var next = Math.Sign(pull) * Math.Max(0, Math.Abs(pull) - threshold) / squares[c];
                var change = next - coefficients[c];
                for (var r = 0; change != 0 && r < rows.Length; r++)
                {
                    residual[r] -= rows[r][c] * change;
                }

                coefficients[c] = next;
                moved = Math.Max(moved, Math.Abs(change) * Math.Sqrt(squares[c]));
            }

            if (moved < Settled)
            {
                break;
            }
        }

        return coefficients;
    }
}
