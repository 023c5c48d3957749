namespace TuneSearch.Core.Statistics;

/// <summary>When a comparison is looked at on its way to its largest size, and how much of its error each look may spend.</summary>
/// <remarks>
/// Spending alpha · t³ at the fraction t of the largest size (Kim and DeMets, «Design and analysis of group sequential tests based on the type I error
/// spending rate function», Biometrika 1987). Each look gets its share of alpha whole and the shares sum to alpha (Bonferroni), so that the
/// error over all looks is at most alpha for t statistics of any size and any dependence; boundaries by integration would be a little
/// narrower but hold for known variance only.
/// </remarks>
public sealed class SequentialLooks
{
    /// <summary>What the earlier looks leave of alpha for the last: 1 - 0.75³.</summary>
    public const double LastShare = 0.578125;

    private static readonly double[] s_fractions = [0.25, 0.5, 0.75, 1];
    private readonly SortedDictionary<int, double> _shares = [];

    /// <param name="largest">Pairs after which the comparison ends at the latest.</param>
    /// <param name="leastAtALook">With fewer pairs Student's t is too wide to show anything; fewer will do where the variance is known from elsewhere.</param>
    public SequentialLooks(int largest, int leastAtALook = 4)
    {
        Largest = largest;
        var spent = 0.0;
        foreach (var fraction in s_fractions)
        {
            var at = (int)Math.Ceiling(fraction * largest);
            if (at < Math.Min(leastAtALook, largest))
            {
                continue;
            }

            var due = Math.Pow((double)at / largest, 3);
            if (due > spent)
            {
                _shares[at] = due - spent;
                spent = due;
            }
        }
    }

    public int Largest { get; }

    /// <summary>The share of alpha that a look after so many pairs may spend, 0 to 1; 0 where no look is due.</summary>
    public double ShareAt(int pairs) => _shares.GetValueOrDefault(pairs);

    /// <summary>The number of pairs at the first look after so many; the largest where there is none.</summary>
    public int NextAfter(int pairs)
    {
        foreach (var at in _shares.Keys)
        {
            if (at > pairs)
            {
                return at;
            }
        }

        return Largest;
    }
}
