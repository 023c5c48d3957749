using System.Collections.Immutable;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Workloads;
using TuneSearch.Kafka.Clusters.Command;

namespace TuneSearch.Kafka.Tests.Clusters.Command;

/// <summary>Real evaluators, written in the shell that every Linux has.</summary>
public class CommandClusterTests
{
    private static readonly Configuration Three = Configuration.From([KeyValuePair.Create("a", ParameterValue.Integer(3))]);

    [Fact]
    public async Task RunAsync_Metrics_AreMeasured()
    {
        var measured = (await RunAsync("""read line; echo '{"metrics":{"throughput":1234.5},"profiles":{"payments":{"publish_latency_p99":0.012}}}'"""))
            .ShouldBeOfType<Measured>().Measurements.ShouldHaveSingleItem();

        measured.Metrics["throughput"].ShouldBe(1234.5);
        measured.Profiles["payments"]["publish_latency_p99"].ShouldBe(0.012);
    }

    [Fact]
    public async Task RunAsync_Question_IsTheDocumentedLine()
    {
        var echoed = await RunAsync("""read -r line; printf '{"error":%s}\n' "$line" """);

        echoed.ShouldBe(new Faulted(
            """The evaluator reports: {"op":"measure","trial":7,"configuration":{"a":3},"episode":{"seed":123,"mixture":{"payments":0.75,"telemetry":0.25},"heldOut":false}}"""));
    }

    [Fact]
    public async Task RunAsync_Infeasible_SaysWhy() =>
        (await RunAsync("""read line; echo '{"infeasible":"heap too small"}'""")).ShouldBe(new Infeasible("heap too small"));

    [Theory]
    [InlineData("read line; echo hello", "The evaluator's answer is not JSON: hello")]
    [InlineData("read line; echo '[1]'", "The evaluator's answer is not a JSON object: [1]")]
    [InlineData("""read line; echo '{"metrics":{"a":"b"}}'""", """The evaluator's answer has no "metrics" object of finite numbers, no "infeasible" and no "error": {"metrics":{"a":"b"}}""")]
    [InlineData("read line; exit 3", "The evaluator ended with exit code 3 instead of answering.")]
    [InlineData("read line; echo broken >&2; exit 3", "The evaluator ended with exit code 3 instead of answering; it last said: broken")]
    public async Task RunAsync_BadEvaluator_FaultSaysWhat(string script, string reason) =>
        (await RunAsync(script)).ShouldBe(new Faulted(reason));

    [Fact]
    public async Task RunAsync_Silence_EndsAtTheLimit()
    {
        await using var cluster = Open("read line; read never", TimeSpan.FromMilliseconds(50));

        (await RunAsync(cluster)).ShouldBe(new Faulted("The evaluator gave no answer within 0.1 s; raise cluster.timeout if it needs longer."));
    }

    [Fact]
    public async Task RunAsync_AfterACrash_StartsTheEvaluatorAnew()
    {
        var marker = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            await using var cluster = Open($$$"""read line; if [ -e {{{marker}}} ]; then echo '{"metrics":{"x":1}}'; else : > {{{marker}}}; exit 1; fi""", TimeSpan.FromMinutes(1));

            (await RunAsync(cluster)).ShouldBeOfType<Faulted>();
            (await RunAsync(cluster)).ShouldBeOfType<Measured>();
        }
        finally
        {
            File.Delete(marker);
        }
    }

    [Fact]
    public async Task RunAsync_SecondQuestion_GoesToTheSameProcess()
    {
        await using var cluster = Open("""n=0; while read line; do n=$((n+1)); echo "{\"metrics\":{\"n\":$n}}"; done""", TimeSpan.FromMinutes(1));

        await RunAsync(cluster);

        (await RunAsync(cluster)).ShouldBeOfType<Measured>().Measurements[0].Metrics["n"].ShouldBe(2);
    }

    [Fact]
    public void Check_NoProgram_SaysHowToNameOne() =>
        new CommandClusterDriver(TimeProvider.System).Check(Jobs.On(new CommandClusterSpec())).ShouldHaveSingleItem().ToString()
            .ShouldBe("cluster.command: the command cluster names no program. Give the program and its arguments as a list: command: [python3, evaluator.py].");

    [Fact]
    public void Check_UnknownProgram_SaysWhereItLooked() =>
        new CommandClusterDriver(TimeProvider.System).Check(Jobs.On(new CommandClusterSpec { Command = ["no-such-program"], WorkingDirectory = "/" })).ShouldHaveSingleItem().ToString()
            .ShouldBe("cluster.command: the program 'no-such-program' is neither in '/' nor on PATH. Install it, or give its path.");

    private static async Task<TrialOutcome> RunAsync(string script)
    {
        await using var cluster = Open(script, TimeSpan.FromMinutes(1));
        return await RunAsync(cluster);
    }

    private static CommandCluster Open(string script, TimeSpan limit) =>
        new(new CommandClusterSpec { Command = ["sh", "-c", script], Timeout = limit }, null, TimeProvider.System);

    private static async Task<TrialOutcome> RunAsync(CommandCluster cluster)
    {
        await cluster.ApplyAsync(Three, default);
        var weights = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create("payments", 0.75), KeyValuePair.Create("telemetry", 0.25)]);
        return await cluster.RunAsync(new EpisodeRun(7, Three, new Episode(123, weights, HeldOut: false)), default);
    }
}
