using System.Collections.Immutable;
using TuneSearch.Core.Jobs.Answers;
using TuneSearch.Core.Jobs.Comparisons;
using TuneSearch.Core.Objectives;
using TuneSearch.Core.Statistics;

namespace TuneSearch.Core.Jobs.Elimination;

/// <summary>Ranks the lines of a diff by a screening experiment between the tuned and the baseline values.</summary>
/// <remarks>The ranking only decides what is tried first; whether a line goes is decided by a test against the full configuration.</remarks>
internal sealed class LineScreening
{
    private readonly ObjectiveSpec _objective;
    private readonly ScreeningDesign _design;
    private readonly Comparison _comparison;
    private readonly (int On, int Off)?[] _arms;

    public LineScreening(JobSpec spec, Comparison comparison, Spaces.Configuration tuned, ImmutableArray<string> lines, int rows)
    {
        _objective = spec.Objective;
        _comparison = comparison;
        _design = new ScreeningDesign(lines.Length, rows, spec.Seed);
        _arms = new (int, int)?[_design.Rows];
        for (var row = 0; row < _design.Rows; row++)
        {
            var on = Variant(spec, tuned, lines, row, 1);
            var off = Variant(spec, tuned, lines, row, -1);
            if (spec.Space.FirstBroken(on) is null && spec.Space.FirstBroken(off) is null && !on.Equals(off))
            {
                _arms[row] = (comparison.Add(on), comparison.Add(off));
            }
        }
    }

    public void Ask()
    {
        foreach (var pair in _arms)
        {
            if (pair is { } arms)
            {
                _comparison.Ask([arms.On, arms.Off]);
            }
        }
    }

    /// <summary>What each line brings, on the scale of differences, and the standard error that all of them share.</summary>
    /// <param name="pairDeviation">Standard deviation of one paired difference, from the calibration.</param>
    public (double[] Effects, double StandardError) Conclude(double pairDeviation)
    {
        var differences = _arms.Select(pair => pair is { } arms ? Difference(arms.On, arms.Off) : null).ToArray();
        var measured = differences.Count(d => d is not null);
        return (_design.Effects(differences, pairDeviation), measured == 0 ? double.PositiveInfinity : pairDeviation / Math.Sqrt(measured));
    }

    private double? Difference(int on, int off)
    {
        var result = PairedComparer.Objective(_objective, _comparison, off, on);
        return result.Mean.Count == 0 ? null : result.Mean.Mean;
    }

    private Spaces.Configuration Variant(JobSpec spec, Spaces.Configuration tuned, ImmutableArray<string> lines, int row, int sign) =>
        ConfigurationDiff.Revert(
            spec.Space,
            spec.Baseline,
            tuned,
            Enumerable.Range(0, lines.Length).Where(line => _design.Sign(row, line) != sign).Select(line => lines[line]).ToHashSet(StringComparer.Ordinal));
}
