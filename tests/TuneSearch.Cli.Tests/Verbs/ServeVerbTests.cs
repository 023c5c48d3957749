namespace TuneSearch.Cli.Tests.Verbs;

public sealed class ServeVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tunesearch-cli-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Serve_WhereTheStoreCannotBeReached_SaysWhichAndWhatToLookAt()
    {
        var settings = Path.Combine(_folder, "settings.json");
        File.WriteAllText(settings, """
            { "TuneSearch": { "Store": { "Kind": "postgres", "ConnectionString": "Host=127.0.0.1;Port=1;Database=jobs;Username=nobody;Timeout=2" } } }
            """);
        var cli = new Cli();

        (await cli.RunAsync("serve", "--config", settings, "--data", Path.Combine(_folder, "data"), "--listen", "http://127.0.0.1:0")).ShouldBe(ExitCode.Failed);

        cli.Error.ShouldStartWith("error: store: The PostgreSQL store 127.0.0.1:1/jobs cannot be reached: ");
        cli.Error.TrimEnd().ShouldEndWith("Look at host, port and whether the server runs.");
    }
}
