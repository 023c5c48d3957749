using System.Runtime.Versioning;
using TuneSearch.Core.Storage;
using TuneSearch.Storage.LiteDb;
using TuneSearch.Testing.Stores;

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

    [Theory]
    [InlineData(15)]
    [InlineData(100_000)]
    public void Open_AFileThatIsNoDatabase_IsRefusedUntouched(int bytes)
    {
        var path = _folder.File("letter.litedb");
        var content = new string('x', bytes);
        File.WriteAllText(path, content);

        Should.Throw<StoreException>(() => LiteDbJobStore.Open(path)).Message.ShouldBe(
            $"The store '{path}' is no LiteDB database, and was left as it is. Move it away, or name another folder.");
        File.ReadAllText(path).ShouldBe(content);
    }

    [Fact]
    public async Task Open_AFileThatWasCutOff_IsRefusedUntouched()
    {
        await FillAsync();
        using (var file = File.OpenWrite(Path))
        {
            file.SetLength(300_000);
        }

        Should.Throw<StoreException>(() => LiteDbJobStore.Open(Path)).Message.ShouldMatch(
            $@"^The store '{Path}' is damaged: it has 300000 bytes, and its first page tells of \d+\. Put it back from a copy, or move it away and start with an empty one\.$");
        new FileInfo(Path).Length.ShouldBe(300_000);
    }

    [Fact]
    public async Task List_OfAFileWithForeignPages_SaysThatItIsDamaged()
    {
        await FillAsync();
        using (var file = File.OpenWrite(Path))
        {
            file.Position = 8192;
            file.Write(Enumerable.Repeat((byte)0xAA, (int)file.Length - 8192).ToArray());
        }

        (await Should.ThrowAsync<StoreException>(async () =>
        {
            await using var store = LiteDbJobStore.Open(Path);
            await store.ListAsync(default);
        })).Message.ShouldStartWith($"The store '{Path}' is damaged: ");
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Files_ThatWereOpenToOthers_AreClosed()
    {
        await Store.DisposeAsync();
        _folder.OpenToOthers();

        await using var again = await OpenAsync();
        await again.CreateAsync(SampleEvents.Job("a", DateTimeOffset.UnixEpoch), default);

        _folder.Rights().ShouldBe(["jobs-log.litedb 600", "jobs.litedb 600", "jobs.litedb.lock 600"]);
    }

    /// <summary>Half a megabyte, and the store is closed.</summary>
    private async Task FillAsync()
    {
        await Store.CreateAsync(SampleEvents.Job("a", DateTimeOffset.UnixEpoch), default);
        await Store.PutEvidenceAsync("a", 1, "much", new byte[500_000], default);
        await Store.DisposeAsync();
    }

    protected override Task<IJobStore> OpenAsync() => Task.FromResult<IJobStore>(LiteDbJobStore.Open(Path));
}
