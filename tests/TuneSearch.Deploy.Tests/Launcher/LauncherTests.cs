using System.Runtime.Versioning;
using System.Text.RegularExpressions;

using TuneSearch.Deploy.Tests.Repository;
using TuneSearch.Deploy.Tests.Tools;

namespace TuneSearch.Deploy.Tests.Launcher;

public partial class LauncherTests
{
    private const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    [Theory]
    [InlineData("tunesearch")]
    [InlineData(".ci/run")]
    [InlineData("deploy/docker/healthcheck")]
    [UnsupportedOSPlatform("windows")]
    public void Script_CanBeRun(string script) => (File.GetUnixFileMode(RepositoryFiles.PathOf(script)) & Executable).ShouldBe(Executable);

    [Fact]
    public void Launcher_Parts_AreAllTheFilesOfBuild() =>
        Parts().Matches(RepositoryFiles.Read("tunesearch")).Select(match => match.Groups[1].Value)
            .ShouldBe(RepositoryFiles.Below("build", "*.sh"), ignoreOrder: true);

    /// <summary>The reduced set's library and the full set's client are one version of librdkafka.</summary>
    [Fact]
    public void Librdkafka_Version_IsTheClients()
    {
        var client = ClientVersion().Match(RepositoryFiles.Read("Directory.Packages.props")).Groups[1].Value;

        RepositoryFiles.Read("build/librdkafka.sh").Split('\n').ShouldContain($"librdkafka_version={client}");
    }

    [Fact]
    public void Ci_Runs_TheLaunchersTests() => RepositoryFiles.Read(".ci/run").Split('\n').ShouldContain("./tunesearch test");

    [ToolFact("shellcheck", "shellcheck")]
    public async Task Launcher_Shellcheck_IsClean()
    {
        var (exitCode, output) = await Tool.RunAsync("shellcheck", "-x", "tunesearch", ".ci/run", "deploy/docker/healthcheck");

        exitCode.ShouldBe(0, output);
    }

    [GeneratedRegex("^\\. \"\\$root/(build/[a-z-]+\\.sh)\"", RegexOptions.Multiline)]
    private static partial Regex Parts();

    [GeneratedRegex("<ConfluentKafkaVersion>([0-9.]+)<")]
    private static partial Regex ClientVersion();
}
