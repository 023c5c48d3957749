using System.Text.Json;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Expressions;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Jobs.Answers;
using TuneSearch.Core.Objectives;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Statistics;
using TuneSearch.Daemon.Answers;

namespace TuneSearch.Daemon.Tests.Jobs;

public sealed class UndoAnswerTests
{
    private static readonly JobSpec Job = new(
        "nightly", 1,
        new SearchSpace("test", [
            new Parameter("num.io.threads", ParameterScope.Broker, new IntegerDomain(1, 64), ParameterValue.Integer(8)) { UpdateMode = UpdateMode.ClusterWide },
            new Parameter("queued.max.requests", ParameterScope.Broker, new IntegerDomain(1, 4000), ParameterValue.Integer(700)) { UpdateMode = UpdateMode.Restart },
        ]),
        new SimulatedClusterSpec(),
        new ObjectiveSpec(Goal.Maximize, "throughput", ExpressionParser.Parse("throughput", new ExpressionScope([], "metric", isOpen: true)).Expression!));

    private static readonly JobAnswer Answer = new(Verdict.Improved, Job.Baseline.With("num.io.threads", ParameterValue.Integer(16)).With("queued.max.requests", ParameterValue.Integer(900)))
    {
        Objective = new Estimate(0.1),
        Changes =
        [
            new SettingChange("num.io.threads", ParameterValue.Integer(8), ParameterValue.Integer(16), new Estimate(0.05)),
            new SettingChange("queued.max.requests", ParameterValue.Integer(700), ParameterValue.Integer(900), null),
        ],
    };

    [Fact]
    public void Properties_Answer_SaysWhatTakesARestart() => new PropertiesAnswer().Write(Job, Answer).ShouldContain("""

        # --- broker
        # 8 -> 16, effect +5.0 %, takes effect while running
        num.io.threads=16
        # 700 -> 900, needs a restart
        queued.max.requests=900

        """.ReplaceLineEndings("\n"));

    [Fact]
    public void Properties_UnverifiedBaseline_IsNoGainOfNothing() =>
        new PropertiesAnswer().Write(Job, new JobAnswer(Verdict.Unverified, Job.Baseline)).ShouldBe("""
            # TuneSearch: nightly, maximize throughput
            # UNVERIFIED: the best that was measured is the baseline so far: nothing to change.

            """.ReplaceLineEndings("\n"));

    /// <summary>What follows the end of a comment's line would be a setting of the cluster.</summary>
    [Fact]
    public void Properties_NamesAndObjectivesOfSeveralLines_StayWithinTheirComments()
    {
        var job = Job with { Name = "nightly\nacks=0", Objective = Job.Objective with { Text = "throughput\n  - 0 * publish_latency_p99\n" } };
        var answer = Answer with { Changes = [new SettingChange("policy", ParameterValue.Text("a\nb"), ParameterValue.Text("c\r\nd\te"), null)] };

        var lines = (new PropertiesAnswer().Write(job, answer) + new PropertiesUndo().Write(job, Answer)).Split('\n');

        lines.Where(line => line.Length > 0 && line[0] != '#').ShouldBe(["policy=c\\r\\nd\\te", "queued.max.requests=700"]);
        lines[0].ShouldBe("# TuneSearch: nightly acks=0, maximize throughput   - 0 * publish_latency_p99 ");
    }

    [Fact]
    public void Properties_NameOfSeveralLines_IsOneSettingAndOneComment()
    {
        const string Odd = "odd name\nacks";
        var job = Job with { Space = new SearchSpace("test", [new Parameter(Odd, ParameterScope.Custom, new IntegerDomain(1, 64), ParameterValue.Integer(8))]) };
        var answer = Answer with { Changes = [new SettingChange(Odd, ParameterValue.Integer(8), ParameterValue.Integer(16), null)] };

        new PropertiesAnswer().Write(job, answer).ShouldEndWith("\nodd\\ name\\nacks=16\n");
        new PropertiesUndo().Write(job, answer).ShouldEndWith("\n# remove the line: odd\\ name\\nacks\n");
    }

    [Fact]
    public void PropertiesUndo_Answer_RemovesDefaultsAndSetsTheRest() => new PropertiesUndo().Write(Job, Answer).ShouldBe("""
        # TuneSearch: nightly, the way back to the baseline.

        # --- broker
        # 16 -> default, takes effect while running
        # remove the line: num.io.threads
        # 900 -> 700, needs a restart
        queued.max.requests=700

        """.ReplaceLineEndings("\n"));

    [Fact]
    public void Json_Answer_SaysScopeAndRestart()
    {
        using var json = JsonDocument.Parse(new JsonAnswer().Write(Job, Answer));

        var change = json.RootElement.GetProperty("changes")[1];
        (change.GetProperty("scope").GetString(), change.GetProperty("needsRestart").GetBoolean()).ShouldBe(("broker", true));
    }

    [Fact]
    public void JsonUndo_Answer_IsNullWhereTheSettingGoes()
    {
        using var json = JsonDocument.Parse(new JsonUndo().Write(Job, Answer));

        var changes = json.RootElement.GetProperty("changes");
        (changes[0].GetProperty("value").ValueKind, changes[1].GetProperty("value").GetString()).ShouldBe((JsonValueKind.Null, "700"));
        json.RootElement.GetProperty("configuration").GetProperty("num.io.threads").GetInt32().ShouldBe(8);
    }
}
