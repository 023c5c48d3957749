using System.Collections.Immutable;
using TuneSearch.Core.Jobs.Comparisons;
using TuneSearch.Core.Jobs.Gate;
using TuneSearch.Core.Objectives;
using TuneSearch.Core.Statistics;
using TuneSearch.Numerics;

namespace TuneSearch.Core.Tests.Jobs.Gate;

public class GateDeciderTests
{
    private const int Pairs = 8;
    private static readonly MathNetDistributions s_distributions = new();
    private static readonly ChangeScale s_log = new(true, 1, true);

    [Fact]
    public void Decide_EveryBoundClears_Passes() =>
        Decide(Pairs, 0.10, [0.0]).ShouldBe((true, "every bound cleared its margin"));

    [Fact]
    public void Decide_OneProfileUnsure_FailsAtTheEndAndNamesIt() =>
        Decide(Pairs, 0.10, [0.0, -0.01]).ShouldBe((false, "throughput of p1 is not surely above -2.0 %: -1.0 % [-2.2 %, +0.2 %]"));

    [Fact]
    public void Decide_OneProfileUnsureOnTheWay_AsksForMore() => Decide(6, 0.10, [0.0, -0.01]).Passed.ShouldBeNull();

    [Fact]
    public void Decide_OneProfileClearlyWorse_EndsAtOnce() =>
        Decide(2, 0.10, [0.0, -0.05]).ShouldBe((false, "throughput of p1 is worse: -4.9 % [-6.0 %, -3.7 %]"));

    [Fact]
    public void Decide_ObjectiveUnsure_DoesNotPass() =>
        Decide(Pairs, 0.005, [0.0]).ShouldBe((false, "the objective is not surely better: +0.5 % [-0.7 %, +1.7 %]"));

    [Fact]
    public void Decide_SmallerWeight_NeedsMore()
    {
        Decide(Pairs, 0.10, [-0.001]).Passed.ShouldBe(true);
        Decide(Pairs, 0.10, [-0.001], weight: 0.05).Passed.ShouldBe(false);
    }

    [Fact]
    public void Decide_LimitMissedOnAverage_DoesNotPass()
    {
        var verdict = new GateDecider(new GateSpec(), new SequentialLooks(Pairs), 1, s_distributions)
            .Decide(Pairs, Result(0.1), [], [("p99 <= 20ms", new MeanEstimate(0.01, 0.02, Pairs - 1, Pairs))]);

        verdict.Passed.ShouldBe(false);
        verdict.Reason.ShouldBe("the limit 'p99 <= 20ms' is not surely kept: missed by +1.0 % on average (negative is kept)");
    }

    private static (bool? Passed, string Reason) Decide(int pairs, double gain, double[] profiles, double weight = 1)
    {
        var guarded = profiles.Select((change, i) => (new ComparedMetric($"p{i}", "throughput", true), Result(change))).ToImmutableArray();
        var verdict = new GateDecider(new GateSpec(), new SequentialLooks(Pairs), weight, s_distributions).Decide(pairs, Result(gain), guarded, []);
        return (verdict.Passed, verdict.Reason);
    }

    private static PairedResult Result(double mean) => new(s_log, new MeanEstimate(mean, 0.005, Pairs - 1, Pairs));
}
