using System.Collections.Immutable;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Storage;
using TuneSearch.Storage.Sqlite;

namespace TuneSearch.Cli.Tests.Verbs;

public sealed class ServeVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tunesearch-cli-").FullName;

    private string Store => Path.Combine(_folder, "tunesearch.db");

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

    [Fact]
    public async Task Serve_WhereTheStoreIsNoDatabase_LeavesItAndSaysSo()
    {
        File.WriteAllText(Store, "fifteen letters");
        var cli = new Cli();

        (await ServeAsync(cli)).ShouldBe(ExitCode.Failed);

        cli.Out.ShouldBeEmpty();
        cli.Error.ShouldBe($"error: store: The store '{Store}' is no SQLite database, and was left as it is. Move it away, or name another folder.\n");
        File.ReadAllText(Store).ShouldBe("fifteen letters");
    }

    [Fact]
    public async Task Serve_WhereTheStoresPagesAreDamaged_SaysSoBeforeItListens()
    {
        await using (var store = SqliteJobStore.Open(Store))
        {
            await store.CreateAsync(new StoredJob("a", "a", new JobBundle("a.yaml", ImmutableSortedDictionary<string, string>.Empty), DateTimeOffset.UnixEpoch), default);
        }

        using (var file = File.OpenWrite(Store))
        {
            file.Position = 4096;
            file.Write(Enumerable.Repeat((byte)0xAA, (int)file.Length - 4096).ToArray());
        }

        var cli = new Cli();

        (await ServeAsync(cli)).ShouldBe(ExitCode.Failed);

        cli.Out.ShouldBeEmpty();
        cli.Error.ShouldStartWith($"error: store: The store '{Store}' is damaged: ");
    }

    private Task<int> ServeAsync(Cli cli)
    {
        var settings = Path.Combine(_folder, "settings.json");
        File.WriteAllText(settings, """{ "TuneSearch": { "Store": { "Kind": "sqlite" } }, "Orleans": { "SiloPort": 0, "GatewayPort": 0 } }""");
        return cli.RunAsync("serve", "--config", settings, "--data", _folder, "--listen", "http://127.0.0.1:0");
    }
}
