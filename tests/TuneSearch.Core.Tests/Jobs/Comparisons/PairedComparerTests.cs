using System.Collections.Immutable;
using TuneSearch.Core.Expressions;
using TuneSearch.Core.Jobs.Comparisons;
using TuneSearch.Core.Jobs.Trials;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Objectives;
using TuneSearch.Core.Workloads;

namespace TuneSearch.Core.Tests.Jobs.Comparisons;

public class PairedComparerTests
{
    private static readonly ObjectiveSpec s_profit = new(Goal.Maximize, "profit", new NameExpression("profit"));

    [Fact]
    public void Objective_NegativeAndHalvedOnEveryEpisode_IsHalfBetterWithoutDoubt()
    {
        var result = Compare([(-10, -5), (-20, -10), (-40, -20), (-6, -3)]);

        result.Scale.IsLog.ShouldBeFalse();
        result.Mean.Mean.ShouldBe(0.5, 1e-12);
        result.Mean.StandardError.ShouldBe(0, 1e-12);
    }

    [Fact]
    public void Objective_BaselineOfZero_ComparesPlainDifferences() =>
        Compare([(0, 1), (0, 3)]).Mean.Mean.ShouldBe(2);

    [Fact]
    public void Objective_AMetricIsMissingOnAnEpisode_LeavesThatOut() =>
        Compare([(10, 20), (10, double.NaN)]).Mean.Count.ShouldBe(1);

    [Fact]
    public void Objective_MissingOfTheChallengerAlone_IsCounted() =>
        Compare([(10, 20), (10, double.NaN), (double.NaN, 10), (double.NaN, double.NaN)]).ShouldSatisfyAllConditions(
            result => result.Mean.Count.ShouldBe(1),
            result => result.Missing.ShouldBe(1));

    private static PairedResult Compare(IReadOnlyList<(double Was, double Now)> episodes)
    {
        var space = DirectorHarness.Space();
        var comparison = new Comparison(
            1, "test", TrialPurpose.Gate, [space.Defaults, space.Defaults], index => new Episode((ulong)index, ImmutableSortedDictionary<string, double>.Empty, false), 1);
        var number = 0;
        for (var i = 0; i < episodes.Count; i++)
        {
            comparison.Ask([0, 1]);
            foreach (var arm in comparison.Blocks[i].Order)
            {
                var plan = comparison.Propose(0)!.Numbered(++number, 0);
                comparison.Started(plan);
                var value = arm == 0 ? episodes[i].Was : episodes[i].Now;
                var metrics = double.IsNaN(value) ? Measurement.NoMetrics : Measurement.NoMetrics.Add("profit", value);
                comparison.Ended(new TrialRecord(plan, new Measured([new Measurement { Metrics = metrics }]), TimeSpan.Zero, 0, 0));
            }
        }

        return PairedComparer.Objective(s_profit, comparison, 0, 1);
    }
}
