namespace TuneSearch.Cli.Tests.Verbs;

public sealed class ImportVerbTests : IDisposable
{
    private readonly Cli _cli = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("tunesearch-cli-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Import_WorkloadThatIsNotYaml_NamesTheFileAndTheLine()
    {
        var workload = Write("topics: 1\nmessageSize: [1\n");

        (await _cli.RunAsync("import", workload)).ShouldBe(ExitCode.BadInput);

        _cli.Error.ShouldStartWith($"error: {workload}:3:1: ");
    }

    [Fact]
    public async Task Import_NumberThatIsNone_NamesTheFileAndTheKey()
    {
        var workload = Write("topics: many\n");

        (await _cli.RunAsync("import", workload)).ShouldBe(ExitCode.BadInput);

        _cli.Error.ShouldBe($"error: {workload}: topics: 'many' is no number of 0 or more\n       Write a number.\n");
    }

    [Fact]
    public async Task Import_JobFile_IsRefused()
    {
        var job = Write("apiVersion: tunesearch/v1\nkind: Job\nname: mine\nspace: space.yaml\n");

        (await _cli.RunAsync("import", job)).ShouldBe(ExitCode.BadInput);

        (_cli.Out, _cli.Error).ShouldBe((string.Empty, $"""
            error: {job}: it holds no key of an OpenMessaging Benchmark workload, such as topics or messageSize
                   Give a workload of OpenMessaging Benchmark; files of TuneSearch need no import.

            """));
    }

    private string Write(string text)
    {
        var path = Path.Combine(_folder, "workload.yaml");
        File.WriteAllText(path, text);
        return path;
    }
}
