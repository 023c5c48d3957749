using System.Collections.Immutable;
using TuneSearch.Core.Jobs.Answers;
using TuneSearch.Core.Jobs.Calibrations;
using TuneSearch.Core.Jobs.Comparisons;
using TuneSearch.Core.Jobs.Elimination;
using TuneSearch.Core.Jobs.Finalists;
using TuneSearch.Core.Jobs.Trials;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Statistics;
using TuneSearch.Core.Workloads;

namespace TuneSearch.Core.Tests.Jobs.Elimination;

/// <summary>Three lines; without the one of «c» the latency of payments is ten times what it was.</summary>
public class GuardEvidenceTests
{
    private const double Margin = 0.02;
    private static readonly SearchSpace s_space = DirectorHarness.Space();
    private static readonly Configuration s_full = With(("a", ParameterValue.Real(9)), ("b", ParameterValue.Integer(8)), ("c", ParameterValue.Text("y")));
    private static readonly ComparedMetric s_latency = new("payments", "latency", HigherIsBetter: false);
    private static readonly NoiseFloor s_floor = new(0.01, 0, 0, DriftIsClear: false, 10);
    private static readonly ImmutableArray<SettingChange> s_lines = ConfigurationDiff.Changes(s_space, s_space.Defaults, s_full);

    [Fact]
    public void Believe_NothingWasSeenToLose_IsNothing() =>
        Evidence().Believe(Compare("screening", [s_full]), seed: 1).ShouldBeNull();

    [Fact]
    public void Believe_ProbesWithoutOneLineLose_BlamesIt()
    {
        var probes = Compare("screening", [Without("a"), Without("b"), Without("c"), Without("a", "b"), Without("b", "c")]);

        var belief = Evidence().Believe(probes, seed: 1)!;

        belief.Means.Select(mean => mean > 0.5).ShouldBe(s_lines.Select(line => line.Parameter == "c"));
    }

    [Fact]
    public void Believe_ATestCouldNotRun_SuspectsItsLines()
    {
        var evidence = Evidence();
        evidence.Tested(Without("a", "b"), 0);
        evidence.Tested(Without("c"), double.PositiveInfinity);

        var belief = evidence.Believe(Compare("screening", []), seed: 1)!;

        belief.Means.Select(mean => mean > 0.5).ShouldBe(s_lines.Select(line => line.Parameter == "c"));
    }

    [Fact]
    public void Loss_OfAReduction_IsWhatItAndTheCandidateLoseBeyondMarginAndNoise()
    {
        var tests = Compare("elimination", [s_full, Without("a"), Without("c")]);

        Evidence().Loss(tests, full: 0, variant: 1, standardErrors: 2).ShouldBe(0);
        Evidence().Loss(tests, full: 0, variant: 2, standardErrors: 2).ShouldBe(Math.Log(10) - Math.Log(1 + Margin) - (2 * s_floor.PairDeviation * Math.Sqrt(2)), 1e-9);
    }

    private static GuardEvidence Evidence()
    {
        var finalists = Compare("finalist", [s_space.Defaults, s_full]);
        var candidate = new Finalist(s_full, new PairedResult(new ChangeScale(true, 1, HigherIsBetter: true), new MeanEstimate(0.1, 0.01, 3, 4)), 0)
        {
            Guarded = [(s_latency, PairedComparer.Metric(finalists, 0, 1, s_latency))],
        };
        var calibration = new Calibration(s_floor, [(s_latency, s_floor)], 100, 0);
        return new GuardEvidence(s_lines, candidate, new KnownBefore(calibration, [], finalists, new PooledVariance(0.0001, 10)), s_space.Defaults, Margin);
    }

    private static Comparison Compare(string name, ImmutableArray<Configuration> arms)
    {
        var comparison = new Comparison(1, name, TrialPurpose.Elimination, arms, index => new Episode((ulong)index, ImmutableSortedDictionary<string, double>.Empty, false), 1);
        comparison.Ask([.. Enumerable.Range(0, arms.Length)]);
        for (var number = 1; number <= arms.Length; number++)
        {
            var plan = comparison.Propose(0)!.Numbered(number, 0);
            comparison.Started(plan);
            comparison.Ended(new TrialRecord(plan, new Measured([Measure(plan.Configuration)]), TimeSpan.Zero, 0, 0));
        }

        return comparison;
    }

    private static Measurement Measure(Configuration configuration)
    {
        var latency = configuration["c"] == ParameterValue.Text("x") && configuration["b"] != s_space.Defaults["b"] | configuration["a"] != s_space.Defaults["a"] ? 1.0 : 0.1;
        return new Measurement { Metrics = Measurement.NoMetrics, Profiles = ImmutableSortedDictionary.CreateRange([KeyValuePair.Create("payments", Measurement.NoMetrics.Add("latency", latency))]) };
    }

    private static Configuration Without(params string[] lines) => ConfigurationDiff.Revert(s_space, s_space.Defaults, s_full, lines.ToHashSet(StringComparer.Ordinal));

    private static Configuration With(params (string Name, ParameterValue Value)[] values) =>
        s_space.Activate(name => values.FirstOrDefault(v => v.Name == name) is { Name: not null } found ? found.Value : s_space.Defaults[name]);
}
