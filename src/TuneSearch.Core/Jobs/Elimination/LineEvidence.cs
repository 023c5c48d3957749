using TuneSearch.Core.Jobs.Comparisons;
using TuneSearch.Core.Jobs.Searching;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Statistics;

namespace TuneSearch.Core.Jobs.Elimination;

/// <summary>All that was measured of a candidate's lines, from the search's first trial to the last test, and what it makes believe of them.</summary>
/// <remarks>
/// Lines are taken to add up on the scale of differences. That need not be so, and search trials were not made to tell lines apart: the belief says what to measure
/// and test next, and decides nothing.
/// </remarks>
internal sealed class LineEvidence
{
    /// <summary>What is believed of the noise of search trials is little: where lines do not add up it is larger than a machine's.</summary>
    private const double SearchWeight = 2;

    /// <summary>The slope of drift is counted over so many trials, to be of a size with the lines.</summary>
    private const double DriftUnit = 50;

    /// <summary>Of the gain. Lines never add up better than that; and where hardly any noise is believed in, draws would stick to the first explanation that fits.</summary>
    private const double LeastDeviation = 1.0 / 30;
    private readonly LineColumns _columns;
    private readonly IReadOnlyList<SearchVisit> _history;
    private readonly IReadOnlyList<Comparison> _comparisons;
    private readonly ObjectiveLevel _level;
    private readonly double _gain;

    /// <param name="comparisons">Read anew at each fit, in this order; they may grow.</param>
    /// <param name="gain">The candidate's over the baseline, as a difference.</param>
    public LineEvidence(
        LineColumns columns, IReadOnlyList<SearchVisit> history, IReadOnlyList<Comparison> comparisons, ObjectiveLevel level, double gain)
    {
        _columns = columns;
        _history = history;
        _comparisons = comparisons;
        _level = level;
        _gain = gain;
    }

    /// <summary>Draws of what each line brings.</summary>
    /// <param name="noise">Variance of a single measurement.</param>
    public LineBelief Believe(PooledVariance noise, ulong seed)
    {
        var variance = Math.Max(noise.Variance, Math.Pow(LeastDeviation * _gain, 2));
        var columns = _columns.Count + 1;
        var searched = new BlockedRows(columns, variance, SearchWeight);
        foreach (var visit in _history.GroupBy(v => v.Episode))
        {
            searched.Add([.. visit.SelectMany(v => _level.Of(v.Objective) is { } level ? [(Row(v.Configuration, 0), level)] : Array.Empty<(double[], double)>())]);
        }

        var compared = new BlockedRows(columns, variance, Math.Max(1, noise.Freedom));
        foreach (var block in _comparisons.SelectMany(Measured).GroupBy(m => (m.Episode, m.Lane)))
        {
            compared.Add([.. block.Select(m => (Row(m.Configuration, m.Trial), m.Value))]);
        }

        return new LineBelief(new SpikeAndSlab([searched, compared], _columns.Lines, _gain / Math.Sqrt(Math.Max(1, _columns.Lines))).Draw(seed));
    }

    private IEnumerable<(ulong Episode, int Lane, Configuration Configuration, int Trial, double Value)> Measured(Comparison comparison)
    {
        foreach (var block in comparison.Blocks)
        {
            foreach (var arm in block.Order.Where(block.Has))
            {
                if (_level.Of(block[arm]!, comparison.Arms[arm]) is { } level)
                {
                    yield return (block.Episode.Seed, block.Lane, comparison.Arms[arm], block.TrialOf(arm), level);
                }
            }
        }
    }

    private double[] Row(Configuration configuration, int trial) => [.. _columns.Of(configuration), trial / DriftUnit];
}
