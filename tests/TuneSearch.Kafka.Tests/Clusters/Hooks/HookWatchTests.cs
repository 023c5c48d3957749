using TuneSearch.Core.Clusters;
using TuneSearch.Core.Expressions;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Objectives;
using TuneSearch.Core.Spaces;
using TuneSearch.Kafka.Clusters.Hooks;

namespace TuneSearch.Kafka.Tests.Clusters.Hooks;

public sealed class HookWatchTests
{
    private static readonly Configuration Baseline = Configuration.Empty.With("linger.ms", ParameterValue.Integer(0));
    private static readonly Configuration Other = Configuration.Empty.With("linger.ms", ParameterValue.Integer(50));

    [Theory]
    [InlineData(Goal.Maximize, 100.0, 79.0, "throughput = 79 is 21 % worse than the baseline's 100, more than 20 %")]
    [InlineData(Goal.Maximize, 100.0, 81.0, null)]
    [InlineData(Goal.Minimize, 100.0, 121.0, "throughput = 121 is 21 % worse than the baseline's 100, more than 20 %")]
    [InlineData(Goal.Minimize, 100.0, 79.0, null)]
    public void Note_EpisodeAgainstTheBaselines_IsARegressionBeyondTheThreshold(Goal goal, double baseline, double value, string? expected)
    {
        var watch = Watch(goal, Hook(HookTrigger.Regression));
        watch.Note(Baseline, Measured(baseline - 1), []).ShouldBeEmpty();
        watch.Note(Baseline, Measured(baseline + 1), []).ShouldBeEmpty();

        watch.Note(Other, Measured(value), []).SingleOrDefault()?.Reason.ShouldBe(expected);
        watch.Note(Other, Measured(value), []).Any().ShouldBe(expected is not null);
    }

    [Fact]
    public void Note_OneEpisodeOfTheBaseline_IsNotItsLevel()
    {
        var watch = Watch(Goal.Maximize, Hook(HookTrigger.Regression));
        watch.Note(Baseline, Measured(100), []);

        watch.Note(Other, Measured(1), []).ShouldBeEmpty();
    }

    [Fact]
    public void Note_FullCollection_IsDueForThatBrokerAsOftenAsTheHookAllows()
    {
        var watch = Watch(Goal.Maximize, Hook(HookTrigger.Regression), Hook(HookTrigger.FullGc) with { Times = 2 });

        var due = watch.Note(Baseline, Measured(1), ["2"]).ShouldHaveSingleItem();
        watch.Note(Baseline, Measured(1), ["2"]).Length.ShouldBe(1);

        (due.Number, due.Reason, due.Brokers.Single()).ShouldBe((2, "full collection on broker 2", "2"));
        watch.Note(Baseline, Measured(1), ["2"]).ShouldBeEmpty();
    }

    [Fact]
    public void Note_ObjectiveThatWasNotMeasured_IsNothing()
    {
        var watch = Watch(Goal.Maximize, Hook(HookTrigger.Regression));

        watch.Note(Baseline, new Measurement(), []).ShouldBeEmpty();
    }

    [Fact]
    public void Note_TwoClustersOfAJob_ShareWhatAHookMayDo()
    {
        ClusterHook[] hooks = [Hook(HookTrigger.FullGc) with { Times = 3 }];
        var allowance = new HookAllowance([.. hooks]);
        var (first, second) = (Watch(Goal.Maximize, allowance, hooks), Watch(Goal.Maximize, allowance, hooks));

        var due = Enumerable.Range(0, 4).Select(i => (i % 2 == 0 ? first : second).Note(Baseline, Measured(1), ["1"]).Length);

        due.ShouldBe([1, 1, 1, 0]);
    }

    private static HookWatch Watch(Goal goal, params ClusterHook[] hooks) => Watch(goal, new HookAllowance([.. hooks]), hooks);

    private static HookWatch Watch(Goal goal, HookAllowance allowance, ClusterHook[] hooks) => new(
        [.. hooks],
        allowance,
        new ObjectiveSpec(goal, "throughput", ExpressionParser.Parse("throughput", new ExpressionScope([], "metric", isOpen: true)).Expression!),
        Baseline);

    private static ClusterHook Hook(HookTrigger on) => new(on, ["look"]);

    private static Measurement Measured(double throughput) => new() { Metrics = Measurement.NoMetrics.Add(MetricNames.Throughput, throughput) };
}
