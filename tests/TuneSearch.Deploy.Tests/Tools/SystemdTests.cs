using TuneSearch.Deploy.Tests.Repository;

namespace TuneSearch.Deploy.Tests.Tools;

public sealed class SystemdTests : IDisposable
{
    private const string Unit = "deploy/systemd/tunesearch.service";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tunesearch-unit");

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>The program is not installed where the tests run, and systemd minds that: any other takes its place.</summary>
    [ToolFact("systemd-analyze", "systemd")]
    public async Task Unit_IsValid()
    {
        var copy = Path.Join(_folder.FullName, "tunesearch.service");
        await File.WriteAllTextAsync(copy, string.Join('\n', RepositoryFiles.Read(Unit).Split('\n').Select(line => line.StartsWith("ExecStart=", StringComparison.Ordinal) ? "ExecStart=/bin/true" : line)));

        var (exitCode, output) = await Tool.RunAsync("systemd-analyze", "verify", copy);

        output.ShouldBeEmpty();
        exitCode.ShouldBe(0);
    }

    [Fact]
    public void Unit_Sandbox_LeavesOneWritableFolderAndNoCapability()
    {
        var lines = RepositoryFiles.Read(Unit).Split('\n');

        lines.ShouldContain("DynamicUser=yes");
        lines.ShouldContain("ProtectSystem=strict");
        lines.ShouldContain("StateDirectory=tunesearch");
        lines.ShouldContain("CapabilityBoundingSet=");
        lines.ShouldContain("NoNewPrivileges=yes");
    }
}
