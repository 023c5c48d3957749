using System.Runtime.Versioning;
using TuneSearch.Kafka.Clusters.Remote;
using TuneSearch.Kafka.Planning;

namespace TuneSearch.Kafka.Tests.Clusters.Remote;

public sealed class ClusterHoldTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("tunesearch-hold").FullName;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    private string Folder => Path.Combine(_data, "remote", "0123456789abcdef");

    [Fact]
    public void Take_WhatAnotherHas_SaysWhatToDo()
    {
        using var first = ClusterHold.Take(Folder);

        Should.Throw<ClusterFaultException>(() => ClusterHold.Take(Folder)).Message.ShouldBe(
            $"Another process of this machine works with it and keeps its notes in '{Folder}'. Wait until it has ended, or cancel its job.");
        ClusterHold.TryTake(Folder).ShouldBeNull();
    }

    [Fact]
    public void Take_AfterTheOtherLetGo_IsGranted()
    {
        ClusterHold.Take(Folder).Dispose();

        Should.NotThrow(() => ClusterHold.Take(Folder).Dispose());
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void Take_FolderThatIsMissing_MakesItForThisUserAlone()
    {
        ClusterHold.Take(Folder).Dispose();

        const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        (File.GetUnixFileMode(Path.Combine(_data, "remote")), File.GetUnixFileMode(Folder)).ShouldBe((OwnerOnly, OwnerOnly));
    }

    /// <summary>A run without a daemon may be at work on it when the daemon starts.</summary>
    [Fact]
    public async Task Recover_ClusterThatAnotherProcessWorksWith_IsLeftAlone()
    {
        using var other = ClusterHold.Take(Folder);
        File.WriteAllText(Path.Combine(Folder, "undo.json"), "[]");

        (await new RemoteClusterDriver(TimeProvider.System, _data).RecoverAsync(default)).ShouldBeEmpty();

        File.Exists(Path.Combine(Folder, "undo.json")).ShouldBeTrue();
    }
}
