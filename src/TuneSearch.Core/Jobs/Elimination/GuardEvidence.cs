using System.Collections.Immutable;
using TuneSearch.Core.Jobs.Answers;
using TuneSearch.Core.Jobs.Comparisons;
using TuneSearch.Core.Jobs.Finalists;
using TuneSearch.Core.Jobs.Guards;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Statistics;

namespace TuneSearch.Core.Jobs.Elimination;

/// <summary>Which lines seem to keep guarded metrics from losing: every mixture of lines that was measured either hurts one or does not.</summary>
/// <remarks>
/// A candidate that moves a bottleneck is held up by lines that bring the objective nothing: without them a latency falls off a cliff. Groups chosen by what the objective
/// says alone run into that again and again. The belief decides nothing: whether a group hurts is seen in its own test.
/// </remarks>
internal sealed class GuardEvidence
{
    private readonly ImmutableArray<SettingChange> _lines;
    private readonly Finalist _candidate;
    private readonly KnownBefore _known;
    private readonly double _margin;
    private readonly GuardWatch _watch;
    private readonly List<(Configuration Variant, double Loss)> _tested = [];

    /// <param name="lines">The candidate's against the baseline.</param>
    /// <param name="margin">How much a guarded metric may lose, relative.</param>
    public GuardEvidence(ImmutableArray<SettingChange> lines, Finalist candidate, KnownBefore known, Configuration baseline, double margin)
    {
        _lines = lines;
        _candidate = candidate;
        _known = known;
        _margin = margin;
        _watch = new GuardWatch(known.Calibration, margin);
        foreach (var block in known.Finalists.Blocks)
        {
            foreach (var arm in block.Order.Where(arm => block.Has(arm) && known.Finalists.Arms[arm].Equals(baseline)))
            {
                _watch.AddBaseline(block.Episode, block[arm]!);
            }
        }
    }

    /// <summary>By how much the variant visibly loses more than the margin against the baseline: the candidate's own change and the reduction's together.</summary>
    /// <param name="standardErrors">How many beyond the margin count as seen.</param>
    public double Loss(Comparison tests, int full, int variant, double standardErrors)
    {
        var loss = 0.0;
        foreach (var ((metric, candidate), (_, floor)) in _candidate.Guarded.Zip(_known.Calibration.Guarded))
        {
            var reduction = PairedComparer.Metric(tests, full, variant, metric);
            if (reduction.Mean.Count > 0 && candidate.Mean.Count > 0 && candidate.Scale.IsLog == reduction.Scale.IsLog)
            {
                loss += GuardLoss.Beyond(candidate, reduction, _margin, floor, standardErrors);
            }
        }

        return loss;
    }

    /// <summary>Takes note of how a test ended.</summary>
    /// <param name="loss">Infinite where the variant could not run.</param>
    public void Tested(Configuration variant, double loss) => _tested.Add((variant, loss));

    /// <summary>Draws of which lines keep harm off, 1 where a line does; null where nothing was seen to lose.</summary>
    /// <param name="probes">On the finalists' episodes, where the baseline ran too.</param>
    public LineBelief? Believe(Comparison probes, ulong seed)
    {
        var tests = new GroupTests(_lines.Length);
        foreach (var block in probes.Blocks)
        {
            foreach (var arm in block.Order.Where(block.Has))
            {
                tests.Add(Missing(probes.Arms[arm]), Harm(_watch.Judge([block.Episode], [block[arm]!]).Violation));
            }
        }

        foreach (var (variant, loss) in _tested)
        {
            tests.Add(Missing(variant), Harm(loss));
        }

        return tests.FoundAny ? new LineBelief(tests.Draw(seed)) : null;
    }

    private IEnumerable<int> Missing(Configuration variant) =>
        Enumerable.Range(0, _lines.Length).Where(line => !variant.TryGet(_lines[line].Parameter, out var value) || value != _lines[line].Tuned);

    /// <summary>How surely a loss beyond margin and noise is one: halfway where it is as large as the margin.</summary>
    private double Harm(double loss) => loss <= 0 ? 0 : 1 / (1 + (_margin / loss));
}
