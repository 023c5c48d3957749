namespace TuneSearch.Benchmarks.Search;

/// <summary>Regret at each budget, one row a seed.</summary>
public sealed class LandscapeScore(int seeds)
{
    /// <summary>The budgets that peers.md knows.</summary>
    public static readonly int[] Budgets = [25, 50, 100, 200];

    private readonly double[][] _regrets = [.. Enumerable.Range(0, seeds).Select(_ => new double[Budgets.Length])];

    public void Set(int seed, int budget, double regret) => _regrets[seed][budget] = regret;

    public double Mean(int budget) => _regrets.Average(row => row[budget]);

    /// <summary>The differences to another score of the same seeds, seed by seed.</summary>
    public LandscapeScore Less(LandscapeScore other)
    {
        var difference = new LandscapeScore(seeds);
        for (var seed = 0; seed < seeds; seed++)
        {
            for (var budget = 0; budget < Budgets.Length; budget++)
            {
                difference.Set(seed, budget, _regrets[seed][budget] - other._regrets[seed][budget]);
            }
        }

        return difference;
    }

    /// <summary>Variance of the mean.</summary>
    public double VarianceOfMean(int budget)
    {
        var mean = Mean(budget);
        return _regrets.Sum(row => (row[budget] - mean) * (row[budget] - mean)) / Math.Max(1, seeds - 1) / seeds;
    }
}
