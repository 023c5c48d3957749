using System.Text.Json;

namespace TuneSearch.Cli.Tests.Verbs;

/// <summary>Whole runs in this process, on the simulated fleet.</summary>
public sealed class RunVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tunesearch-cli-").FullName;

    public RunVerbTests()
    {
        Write("space.yaml", """
            apiVersion: tunesearch/v1
            kind: SearchSpace
            name: two
            parameters:
              - { name: num.io.threads, scope: broker, range: [2, 32], scale: log, default: 8 }
              - { name: compression.type, scope: producer, values: [none, lz4, zstd], default: none }
            """);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(".")]
    [InlineData("missing/best.json")]
    public async Task Run_WithAnAnswerThatCanNotBeWritten_SaysSoBeforeItBegins(string output)
    {
        var cli = new Cli();

        (await cli.RunAsync("run", Job(), "--trials", "6", "-o", Path.Combine(_folder, output))).ShouldBe(ExitCode.Failed);

        cli.Out.ShouldBeEmpty();
        cli.Error.ShouldContain("the file cannot be written: ");
    }

    [Fact]
    public async Task Run_WithAnEmptyArgument_IsRefused()
    {
        var cli = new Cli();

        (await cli.RunAsync("run", Job(), "--trace", string.Empty)).ShouldBe(ExitCode.BadInput);

        cli.Error.ShouldContain("one of its arguments is empty");
    }

    [Fact]
    public async Task Run_WithoutVerification_MeasuresExactlyTheBudgetAndTracesIt()
    {
        var cli = new Cli();
        var (trace, answer) = (Path.Combine(_folder, "trace.jsonl"), Path.Combine(_folder, "best.json"));

        (await cli.RunAsync("run", Job(), "--trials", "6", "--trace", trace, "-o", answer)).ShouldBe(ExitCode.Done, cli.Error);

        var lines = File.ReadAllLines(trace).Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        var trials = lines.Where(line => line.TryGetProperty("trial", out _)).ToArray();
        trials.Select(line => line.GetProperty("trial").GetInt32()).ShouldBe([1, 2, 3, 4, 5, 6]);
        trials.ShouldAllBe(line => line.GetProperty("outcome").GetString() == "measured" && line.GetProperty("metrics").GetProperty("throughput").GetDouble() > 0);
        var recommended = lines.Last(line => line.TryGetProperty("recommend", out _)).GetProperty("recommend");
        using var written = JsonDocument.Parse(File.ReadAllText(answer));
        written.RootElement.GetProperty("verdict").GetString().ShouldBe("unverified");
        written.RootElement.GetProperty("configuration").GetRawText().ReplaceLineEndings(string.Empty).Replace(" ", string.Empty)
            .ShouldBe(recommended.GetRawText().Replace(" ", string.Empty));
    }

    [Fact]
    public async Task Run_WithARelevanceOfAnEarlierRun_StartsFromIt()
    {
        var (cli, learned) = (new Cli(), Path.Combine(_folder, "learned.relevance.yaml"));
        (await cli.RunAsync("run", Job(), "--trials", "12", "--relevance", learned)).ShouldBe(ExitCode.Done, cli.Error);
        var job = Job();
        File.AppendAllText(job, "\nrelevance: learned.relevance.yaml\n");

        (await new Cli().RunAsync("validate", learned, job)).ShouldBe(ExitCode.Done);
        (await new Cli().RunAsync("run", job, "--trials", "12")).ShouldBe(ExitCode.Done);

        cli.Out.ShouldEndWith($"Wrote {learned}.\n");
        File.ReadAllLines(learned).ShouldContain("description: \"learned by tiny-1 in 12 trials\"");
    }

    [Fact]
    public async Task Run_SameSeed_GivesTheSameTrace()
    {
        var first = await TraceAsync("9", "a.jsonl");

        (await TraceAsync("9", "b.jsonl")).ShouldBe(first);
        (await TraceAsync("10", "c.jsonl")).ShouldNotBe(first);
    }

    [Fact]
    public async Task Run_InvalidJob_IsBadInputAndWritesNothing()
    {
        var cli = new Cli();
        var job = Write("bad.yaml", "apiVersion: tunesearch/v1\nkind: Job\nspace: space.yaml\nsed: 3\n");

        (await cli.RunAsync("run", job, "--trace", Path.Combine(_folder, "trace.jsonl"))).ShouldBe(ExitCode.BadInput);

        cli.Error.ShouldBe($"error: {job}:4:1: 'sed' is not a key of a job\n       Did you mean 'seed'?\n");
        File.Exists(Path.Combine(_folder, "trace.jsonl")).ShouldBeFalse();
    }

    [Fact]
    public async Task Measure_OneSetting_PrintsRatesAndPercentiles()
    {
        var cli = new Cli();

        (await cli.RunAsync("measure", Job(), "--set", "num.io.threads=16")).ShouldBe(ExitCode.Done, cli.Error);

        cli.Out.ShouldStartWith("tiny: measured over 1 episode\n");
        cli.Out.ShouldContain("publish latency");
    }

    [Fact]
    public async Task Measure_ValueOutsideItsParameter_IsBadInput()
    {
        var cli = new Cli();

        (await cli.RunAsync("measure", Job(), "--set", "num.io.threads=1000")).ShouldBe(ExitCode.BadInput);

        cli.Error.ShouldBe("""
            error: measure: configuration: num.io.threads: 1000 lies outside an integer from 2 to 32
                   The parameter is an integer from 2 to 32: write one of these, or widen the space.

            """);
    }

    private async Task<string> TraceAsync(string seed, string name)
    {
        var cli = new Cli();
        var trace = Path.Combine(_folder, name);
        (await cli.RunAsync("run", Job(), "--seed", seed, "--trials", "8", "--trace", trace)).ShouldBe(ExitCode.Done, cli.Error);
        return File.ReadAllText(trace);
    }

    private string Job() => Write("job.yaml", """
        apiVersion: tunesearch/v1
        kind: Job
        name: tiny
        space: space.yaml
        cluster: { driver: simulated }
        verification: none
        """);

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
