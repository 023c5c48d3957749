namespace TuneSearch.Core.Statistics;

/// <summary>One variance from several sources that share it, each weighted by its degrees of freedom.</summary>
/// <remarks>The pooled estimate of the analysis of variance (Fisher, «Statistical Methods for Research Workers», 1925): it makes tests of few pairs possible, at the price of
/// believing that the noise of one configuration is that of another.</remarks>
public readonly record struct PooledVariance(double Variance, double Freedom)
{
    public PooledVariance With(double sumOfSquares, double freedom) =>
        freedom <= 0 ? this : new PooledVariance(((Variance * Freedom) + sumOfSquares) / (Freedom + freedom), Freedom + freedom);

    /// <summary>Adds what is left of a table of values, a row a block and a column a treatment, once both means are taken out.</summary>
    public PooledVariance WithResidual(IReadOnlyList<IReadOnlyList<double>> table)
    {
        if (table.Count < 2 || table[0].Count < 2)
        {
            return this;
        }

        var columns = Enumerable.Range(0, table[0].Count).Select(c => table.Average(row => row[c])).ToArray();
        var mean = columns.Average();
        var squares = table.Sum(row => row.Select((value, c) => Math.Pow(value - row.Average() - columns[c] + mean, 2)).Sum());
        return With(squares, (table.Count - 1) * (columns.Length - 1));
    }
}
