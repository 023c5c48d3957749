using System.Diagnostics;
using TuneSearch.Kafka.Clusters.Processes;

namespace TuneSearch.Kafka.Tests.Clusters.Processes;

public sealed class RunFolderTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("tunesearch-runs").FullName;
    private readonly ProcessTable _table = new();

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task CleanLeftoversAsync_RunOfALivingProcess_Stays()
    {
        using var run = RunFolder.Create(_data, _table);

        (await RunFolder.CleanLeftoversAsync(_data, _table, default)).ShouldBe(0);
        Directory.Exists(run.FullPath).ShouldBeTrue();
    }

    [Fact]
    public async Task CleanLeftoversAsync_RunOfADeadProcess_EndsItsServersAndRemovesIt()
    {
        // Pid 1 lives, but did not start at tick 7: the pid was given to another process since.
        var folder = Path.Combine(_data, "runs", "run-1-7-1");
        Directory.CreateDirectory(folder);
        using var server = Process.Start("/bin/sh", ["-c", "while :; do sleep 1; done", "server", Path.Combine(folder, "server.properties")]);

        (await RunFolder.CleanLeftoversAsync(_data, _table, default)).ShouldBe(1);

        await server.WaitForExitAsync();
        Directory.Exists(folder).ShouldBeFalse();
    }

    [Fact]
    public async Task CleanLeftoversAsync_FolderOfSomebodyElse_Stays()
    {
        Directory.CreateDirectory(Path.Combine(_data, "runs", "mine"));

        (await RunFolder.CleanLeftoversAsync(_data, _table, default)).ShouldBe(0);
        Directory.Exists(Path.Combine(_data, "runs", "mine")).ShouldBeTrue();
    }

    [Fact]
    public void Dispose_OfARun_LeavesNothing()
    {
        RunFolder.Create(_data, _table).Dispose();

        Directory.EnumerateFileSystemEntries(Path.Combine(_data, "runs")).ShouldBeEmpty();
    }
}
