namespace TuneSearch.Core.Statistics;

/// <summary>Rows of a regression that come in blocks, each block on a level of its own: what is left of them once every block's mean is taken out.</summary>
/// <remarks>Within-block sums of squares and products (Searle, «Linear Models», 1971, chapter 7): levels of episodes then need no columns.</remarks>
/// <param name="columns">How many columns a row has.</param>
/// <param name="variance">What the noise of one row is believed to be; positive.</param>
/// <param name="weight">How many degrees of freedom that belief is worth; positive.</param>
public sealed class BlockedRows(int columns, double variance, double weight)
{
    public double Variance => variance;

    public double Weight => weight;

    /// <summary>Sums of products of columns, row after row.</summary>
    public double[] Products { get; } = new double[columns * columns];

    /// <summary>Sums of products of each column with the response.</summary>
    public double[] Responses { get; } = new double[columns];

    public double Square { get; private set; }

    /// <summary>Degrees of freedom: rows less blocks.</summary>
    public int Freedom { get; private set; }

    public void Add(IReadOnlyList<(double[] Columns, double Response)> block)
    {
        if (block.Count < 2)
        {
            return;
        }

        var means = Enumerable.Range(0, columns).Select(c => block.Average(row => row.Columns[c])).ToArray();
        var level = block.Average(row => row.Response);
        foreach (var (values, response) in block)
        {
            var centred = values.Select((value, c) => value - means[c]).ToArray();
            for (var i = 0; i < columns; i++)
            {
                for (var j = 0; j < columns; j++)
                {
                    Products[(i * columns) + j] += centred[i] * centred[j];
                }

                Responses[i] += centred[i] * (response - level);
            }

            Square += (response - level) * (response - level);
        }

        Freedom += block.Count - 1;
    }
}
