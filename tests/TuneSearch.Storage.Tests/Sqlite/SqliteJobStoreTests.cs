using TuneSearch.Core.Storage;
using TuneSearch.Storage.Sqlite;

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

    protected override Task<IJobStore> OpenAsync() => Task.FromResult<IJobStore>(SqliteJobStore.Open(_folder.File("jobs.db")));
}
