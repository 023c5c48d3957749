using TuneSearch.Core.Storage;
using TuneSearch.Storage.LiteDb;

namespace TuneSearch.Storage.Tests.LiteDb;

public sealed class LiteDbJobStoreTests : DurableStoreConformance
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.File("jobs.litedb");

    private protected override string[] ChildArguments => StoreArgument.Of<LiteDbJobStore>(Path);

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Delete();
    }

    [Fact]
    public void Open_WhatAnotherOpeningHolds_SaysSo() =>
        Should.Throw<StoreException>(() => LiteDbJobStore.Open(Path)).Message.ShouldBe(
            $"The store '{Path}' is held by another process. End that process, or name another file.");

    [Fact]
    public void Open_InAMissingFolder_SaysWhatToDo()
    {
        var path = _folder.File("missing/jobs.litedb");

        Should.Throw<StoreException>(() => LiteDbJobStore.Open(path)).Message.ShouldBe(
            $"The store '{path}' could not be opened. Create its folder, or name another file.");
    }

    protected override Task<IJobStore> OpenAsync() => Task.FromResult<IJobStore>(LiteDbJobStore.Open(Path));
}
