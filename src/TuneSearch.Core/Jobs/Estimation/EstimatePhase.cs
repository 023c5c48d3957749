using System.Collections.Immutable;
using TuneSearch.Core.Jobs.Answers;
using TuneSearch.Core.Jobs.Comparisons;
using TuneSearch.Core.Jobs.Flows;
using TuneSearch.Core.Jobs.Trials;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Statistics;
using TuneSearch.Core.Workloads;

namespace TuneSearch.Core.Jobs.Estimation;

/// <summary>Measures what is reported: the answer against the baseline, and against itself with each line taken back, on episodes that had no part in any choice.</summary>
/// <remarks>
/// The number of blocks is fixed before the first is measured, so that the interval is the plain one of Student's t. Selecting and estimating on the same data
/// would promise too much (the winner's curse; Cawley and Talbot, «On over-fitting in model selection», JMLR 2010).
/// </remarks>
internal sealed class EstimatePhase : IPhase
{
    private const double Confidence = 0.95;
    private const int Baseline = 0;
    private const int Answer = 1;
    private readonly JobSpec _spec;
    private readonly IDistributions _distributions;
    private readonly Comparison _comparison;
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);

    /// <param name="measurements">What may be used; at most <paramref name="mostBlocks"/> episodes are.</param>
    public EstimatePhase(JobSpec spec, MixtureSampler episodes, Configuration answer, int measurements, int mostBlocks, IDistributions distributions)
    {
        _spec = spec;
        _distributions = distributions;
        _comparison = new Comparison(
            spec.Seed, "estimate", TrialPurpose.Estimate, [spec.Baseline, answer], index => episodes.Fresh("estimate", index), Math.Max(1, spec.Cluster.Clusters));
        AddLines(answer);
        var layout = EstimateLayout.For(_lines.Count, measurements, mostBlocks);
        for (var block = 0; block < layout.Blocks; block++)
        {
            _comparison.Ask([Baseline, Answer, .. layout.LinesIn(block).Select(line => Answer + 1 + line)]);
        }
    }

    public string Name => "estimate";

    public bool IsOver => _comparison.IsIdle;

    public TrialDraft? Propose(int lane, int affordable) => _comparison.Propose(lane);

    public void Started(TrialPlan plan) => _comparison.Started(plan);

    public void Ended(TrialRecord trial) => _comparison.Ended(trial);

    public PairedResult Gain => PairedComparer.Objective(_spec.Objective, _comparison, Baseline, Answer);

    /// <summary>Each line of the diff with what it brings; null where the budget did not allow to measure it.</summary>
    public ImmutableArray<SettingChange> Changes()
    {
        var changes = ConfigurationDiff.Changes(_spec.Space, _spec.Baseline, _comparison.Arms[Answer]);
        return [.. changes.Select(change => change with { Effect = Effect(change.Parameter, changes.Length == 1) })];
    }

    private Estimate? Effect(string parameter, bool isAlone)
    {
        // Taking the only line back is the baseline itself.
        var without = isAlone ? Baseline : _lines.GetValueOrDefault(parameter, -1);
        if (without < 0)
        {
            return null;
        }

        var result = PairedComparer.Objective(_spec.Objective, _comparison, without, Answer);
        return result.Mean.Count == 0 ? null : result.Scale.ToEstimate(WithAKnownError(result.Mean), Confidence, _distributions);
    }

    /// <summary>A line that ran on a few of the episodes borrows its noise from the pairs of answer and baseline, which ran on all of them.</summary>
    private MeanEstimate WithAKnownError(MeanEstimate line)
    {
        var gain = Gain.Mean;
        return line.Count >= EstimateLayout.LeastBlocks || gain.DegreesOfFreedom < 1 || line.DegreesOfFreedom >= gain.DegreesOfFreedom
            ? line
            : line with { StandardError = gain.StandardError * Math.Sqrt((double)gain.Count / line.Count), DegreesOfFreedom = gain.DegreesOfFreedom };
    }

    private void AddLines(Configuration answer)
    {
        var changes = ConfigurationDiff.Changes(_spec.Space, _spec.Baseline, answer);
        foreach (var change in changes.Length < 2 ? [] : changes)
        {
            var without = ConfigurationDiff.Revert(_spec.Space, _spec.Baseline, answer, ImmutableHashSet.Create(StringComparer.Ordinal, change.Parameter));
            if (_spec.Space.FirstBroken(without) is null && !without.Equals(answer) && !without.Equals(_spec.Baseline))
            {
                _lines[change.Parameter] = _comparison.Add(without);
            }
        }
    }
}
