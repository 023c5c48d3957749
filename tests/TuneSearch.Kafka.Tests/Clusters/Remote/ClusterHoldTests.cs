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

    /// <summary>Its password is no longer in the environment, or a file of its certificate is gone: that must not keep the daemon, and all other jobs, from starting.</summary>
    [Theory]
    [InlineData("{\"security.protocol\":\"ssl\",\"ssl.ca.location\":\"/nowhere/ca.pem\"}")]
    [InlineData("{\"no.such.setting\":\"1\"}")]
    public async Task Recover_ClusterThatTheClientWillNotConnectTo_SaysSoAndGoesOn(string client)
    {
        Directory.CreateDirectory(Folder);
        await File.WriteAllTextAsync(Path.Combine(Folder, "undo.json"), "[]");
        await File.WriteAllTextAsync(
            Path.Combine(Folder, "cluster.json"), $$$"""{"Spec":{"BootstrapServers":["127.0.0.1:1"],"Client":{{{client}}}},"JobFolder":null,"Known":{"Brokers":["1"],"Version":"4.0"}}""");

        (await new RemoteClusterDriver(TimeProvider.System, _data).RecoverAsync(default)).ShouldHaveSingleItem().ShouldStartWith($"the cluster of '{Folder}' is not as it was found: ");
    }

    /// <summary>The power went while it was written.</summary>
    [Fact]
    public async Task Recover_NotesThatCannotBeRead_SaysSoAndGoesOn()
    {
        Directory.CreateDirectory(Folder);
        await File.WriteAllTextAsync(Path.Combine(Folder, "undo.json"), "[]");
        await File.WriteAllTextAsync(Path.Combine(Folder, "cluster.json"), string.Empty);

        (await new RemoteClusterDriver(TimeProvider.System, _data).RecoverAsync(default)).ShouldHaveSingleItem().ShouldStartWith($"the cluster of '{Folder}' is not as it was found: ");
    }
}
