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
    private const int LeastBlocksForLines = 4;
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
        AddLines(answer, measurements);
        var arms = Enumerable.Range(0, _comparison.Arms.Count).ToArray();
        for (var i = 0; i < Math.Min(mostBlocks, measurements / arms.Length); i++)
        {
            _comparison.Ask(arms);
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
        return result.Mean.Count < 2 ? null : result.Scale.ToEstimate(result.Mean, Confidence, _distributions);
    }

    private void AddLines(Configuration answer, int measurements)
    {
        var changes = ConfigurationDiff.Changes(_spec.Space, _spec.Baseline, answer);
        if (changes.Length < 2 || measurements / (changes.Length + 2) < LeastBlocksForLines)
        {
            return;
        }

        foreach (var change in changes)
        {
            var without = ConfigurationDiff.Revert(_spec.Space, _spec.Baseline, answer, ImmutableHashSet.Create(StringComparer.Ordinal, change.Parameter));
            if (_spec.Space.FirstBroken(without) is null && !without.Equals(answer) && !without.Equals(_spec.Baseline))
            {
                _lines[change.Parameter] = _comparison.Add(without);
            }
        }
    }
}
