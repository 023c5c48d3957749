using System.Runtime.Versioning;
using TuneSearch.Core.Storage;
using TuneSearch.Storage.Sqlite;
using TuneSearch.Testing.Stores;

namespace TuneSearch.Storage.Tests.Sqlite;

public sealed class SqliteJobStoreTests : SharedStoreConformance
{
    private readonly TemporaryFolder _folder = new();

    private protected override string[] ChildArguments => StoreArgument.Of<SqliteJobStore>(_folder.File("jobs.db"));

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Delete();
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Files_ThatWereOpenToOthers_AreClosed()
    {
        await Store.CreateAsync(SampleEvents.Job("a", DateTimeOffset.UnixEpoch), default);
        _folder.OpenToOthers();

        await using var again = await OpenAsync();
        await again.CreateAsync(SampleEvents.Job("b", DateTimeOffset.UnixEpoch), default);

        _folder.Rights().ShouldBe(["jobs.db 600", "jobs.db-shm 600", "jobs.db-wal 600"]);
    }

    protected override Task<IJobStore> OpenAsync() => Task.FromResult<IJobStore>(SqliteJobStore.Open(_folder.File("jobs.db")));
}
