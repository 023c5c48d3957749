using System.Diagnostics;
using TuneSearch.Core.Planning;
using TuneSearch.Kafka.Clusters.Kernel;
using TuneSearch.Kafka.Clusters.Processes;
using TuneSearch.Kafka.Planning;

namespace TuneSearch.Kafka.Tests.Clusters.Processes;

public sealed class RunFolderTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("tunesearch-runs").FullName;
    private readonly ProcessTable _table = new();

    private KernelSettings Kernel => new([], Path.Combine(_data, "sys"));

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task CleanLeftoversAsync_RunThatChangedTheKernel_PutsItBackFirst()
    {
        var swappiness = Path.Combine(_data, "sys", "vm", "swappiness");
        Directory.CreateDirectory(Path.GetDirectoryName(swappiness)!);
        await File.WriteAllTextAsync(swappiness, "1");
        var folder = Path.Combine(_data, "runs", "run-1-7-1");
        new UndoJournal(Path.Combine(folder, "undo.json")).Record([new SettingEdit(new SettingId(Place.Kernel, "vm.swappiness"), "60"), new SettingEdit(new SettingId(Place.Broker("1"), "num.io.threads"), null)]);

        (await RunFolder.CleanLeftoversAsync(_data, _table, Kernel, default)).ShouldBe(1);

        (await File.ReadAllTextAsync(swappiness)).ShouldBe("60");
        Directory.Exists(folder).ShouldBeFalse();
    }

    [Fact]
    public async Task CleanLeftoversAsync_KernelThatWillNotGoBack_KeepsTheRunAndSaysSo()
    {
        var folder = Path.Combine(_data, "runs", "run-1-7-1");
        new UndoJournal(Path.Combine(folder, "undo.json")).Record([new SettingEdit(new SettingId(Place.Kernel, "no.such"), "60")]);

        (await Should.ThrowAsync<ClusterFaultException>(() => RunFolder.CleanLeftoversAsync(_data, _table, Kernel, default))).Message.ShouldStartWith("no.such = 60: ");

        new UndoJournal(Path.Combine(folder, "undo.json")).Entries.Length.ShouldBe(1);
    }

    [Fact]
    public async Task CleanLeftoversAsync_RunOfALivingProcess_Stays()
    {
        using var run = RunFolder.Create(_data, _table);

        (await RunFolder.CleanLeftoversAsync(_data, _table, Kernel, default)).ShouldBe(0);
        Directory.Exists(run.FullPath).ShouldBeTrue();
    }

    [Fact]
    public async Task CleanLeftoversAsync_RunOfADeadProcess_EndsItsServersAndRemovesIt()
    {
        // Pid 1 lives, but did not start at tick 7: the pid was given to another process since.
        var folder = Path.Combine(_data, "runs", "run-1-7-1");
        Directory.CreateDirectory(folder);
        using var server = Process.Start("/bin/sh", ["-c", "while :; do sleep 1; done", "server", Path.Combine(folder, "server.properties")]);

        (await RunFolder.CleanLeftoversAsync(_data, _table, Kernel, default)).ShouldBe(1);

        await server.WaitForExitAsync();
        Directory.Exists(folder).ShouldBeFalse();
    }

    [Fact]
    public async Task CleanLeftoversAsync_FolderOfSomebodyElse_Stays()
    {
        Directory.CreateDirectory(Path.Combine(_data, "runs", "mine"));

        (await RunFolder.CleanLeftoversAsync(_data, _table, Kernel, default)).ShouldBe(0);
        Directory.Exists(Path.Combine(_data, "runs", "mine")).ShouldBeTrue();
    }

    [Fact]
    public void Dispose_OfARun_LeavesNothing()
    {
        RunFolder.Create(_data, _table).Dispose();

        Directory.EnumerateFileSystemEntries(Path.Combine(_data, "runs")).ShouldBeEmpty();
    }
}
