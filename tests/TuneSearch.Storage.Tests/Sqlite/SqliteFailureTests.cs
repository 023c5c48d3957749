using Dapper;
using Microsoft.Data.Sqlite;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Storage;
using TuneSearch.Storage.Sqlite;
using TuneSearch.Testing.Stores;

namespace TuneSearch.Storage.Tests.Sqlite;

public sealed class SqliteFailureTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.File("jobs.db");

    public void Dispose() => _folder.Delete();

    [Fact]
    public async Task Write_OnAFullDisk_SaysSoAndWritesNothingByHalves()
    {
        await using var store = SqliteJobStore.Open(Path, maxPages: 40);
        await store.CreateAsync(SampleEvents.Job("a", DateTimeOffset.UnixEpoch), default);
        await store.PutEvidenceAsync("a", 1, "room", new byte[40_000], default);

        var exception = await Should.ThrowAsync<StoreException>(() => store.AppendAsync("a", 0, [Long(), Long(), Long()], default));

        exception.Message.ShouldBe(
            $"The store '{Path}' could not be written, because the disk is full. Free some space and try again; what was acknowledged before is safe.");
        (await store.ReadAsync("a", 0, default)).ShouldBeEmpty();
        await store.PutEvidenceAsync("a", 1, "room", new byte[1], default);
        (await store.AppendAsync("a", 0, [Long()], default)).ShouldBe(1);
    }

    [Fact]
    public void Open_InAMissingFolder_SaysWhatToDo()
    {
        var path = _folder.File("missing/jobs.db");

        Should.Throw<StoreException>(() => SqliteJobStore.Open(path)).Message.ShouldBe(
            $"The store '{path}' could not be opened. Create its folder and give this user the right to write there, or name another file.");
    }

    [Theory]
    [InlineData(15)]
    [InlineData(100_000)]
    public void Open_AFileThatIsNoDatabase_IsRefusedUntouched(int bytes)
    {
        var content = new string('x', bytes);
        File.WriteAllText(Path, content);

        Should.Throw<StoreException>(() => SqliteJobStore.Open(Path)).Message.ShouldBe(
            $"The store '{Path}' is no SQLite database, and was left as it is. Move it away, or name another folder.");
        File.ReadAllText(Path).ShouldBe(content);
    }

    [Fact]
    public async Task Open_AFileThatWasCutOff_SaysThatItIsDamaged()
    {
        await using (var store = SqliteJobStore.Open(Path))
        {
            await store.CreateAsync(SampleEvents.Job("a", DateTimeOffset.UnixEpoch), default);
            await store.PutEvidenceAsync("a", 1, "much", new byte[500_000], default);
        }

        using (var file = File.OpenWrite(Path))
        {
            file.SetLength(100_000);
        }

        Should.Throw<StoreException>(() => SqliteJobStore.Open(Path)).Message.ShouldStartWith($"The store '{Path}' is damaged: ");
    }

    [Fact]
    public async Task Open_AFileOfANewerVersion_IsRefused()
    {
        await SqliteJobStore.Open(Path).DisposeAsync();
        Execute("PRAGMA user_version = 99");

        Should.Throw<StoreException>(() => SqliteJobStore.Open(Path)).Message.ShouldBe(
            $"The store '{Path}' has schema 99, but this TuneSearch knows schemas up to 1: a newer one wrote it. Use that one, or name another file.");
    }

    [Fact]
    public async Task Open_SyncsEveryCommitToTheDisk()
    {
        await using var store = SqliteJobStore.Open(Path);

        store.WriterPragma("journal_mode").ShouldBe("wal");
        store.WriterPragma("synchronous").ShouldBe("2");
        store.WriterPragma("user_version").ShouldBe("1");
    }

    private static JobEnded Long() => new(TimeSpan.Zero, JobStatus.Failed, new string('x', 40_000));

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Execute(sql);
    }
}
