using System.Runtime.Versioning;
using TuneSearch.Cli.Output;

namespace TuneSearch.Cli.Tests.Output;

public sealed class AtomicFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tunesearch-cli-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Write_ExistingFile_IsReplacedAndNothingElseStays()
    {
        var path = Path.Combine(_folder, "best.properties");
        File.WriteAllText(path, "old");

        AtomicFile.Write(path, "new");

        File.ReadAllText(path).ShouldBe("new");
        Directory.GetFiles(_folder).ShouldBe([path]);
    }

    [Theory]
    [UnsupportedOSPlatform("windows")]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead)]
    public void Write_ExistingFile_KeepsItsMode(UnixFileMode mode)
    {
        var path = Path.Combine(_folder, "best.properties");
        File.WriteAllText(path, "old");
        File.SetUnixFileMode(path, mode);

        AtomicFile.Write(path, "new");

        File.GetUnixFileMode(path).ShouldBe(mode);
    }

    [Fact]
    public void Write_Link_KeepsTheLink()
    {
        var (target, link) = (Path.Combine(_folder, "target"), Path.Combine(_folder, "link"));
        File.WriteAllText(target, "old");
        File.CreateSymbolicLink(link, target);

        AtomicFile.Write(link, "new");

        File.ReadAllText(target).ShouldBe("new");
        new FileInfo(link).LinkTarget.ShouldBe(target);
    }

    [Fact]
    public void Write_FullDevice_SaysSoAndLeavesTheDevice()
    {
        Should.Throw<CliException>(() => AtomicFile.Write("/dev/full", "text")).Problems.ShouldHaveSingleItem().Message.ShouldContain("No space left on device");
        Should.Throw<CliException>(() => AtomicFile.Write("/dev/full", "text"));
    }

    [Fact]
    public void Write_LinkToAFileThatIsNotThereYet_MakesThatFile()
    {
        var (target, link) = (Path.Combine(_folder, "target"), Path.Combine(_folder, "link"));
        File.CreateSymbolicLink(link, target);

        AtomicFile.Write(link, "new");

        File.ReadAllText(target).ShouldBe("new");
        new FileInfo(link).LinkTarget.ShouldBe(target);
    }

    [Fact]
    public void Write_LinkToItself_IsRefused()
    {
        var link = Path.Combine(_folder, "link");
        File.CreateSymbolicLink(link, link);

        Should.Throw<CliException>(() => AtomicFile.Write(link, "new")).Code.ShouldBe(ExitCode.Failed);
    }

    [Theory]
    [InlineData("there")]
    [InlineData("there/")]
    public void Write_FolderOfThatName_IsRefusedAndLeftAsItIs(string name)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "there"));

        Should.Throw<CliException>(() => AtomicFile.Write(Path.Combine(_folder, name), "new")).Code.ShouldBe(ExitCode.Failed);

        Directory.GetFileSystemEntries(_folder, "*", SearchOption.AllDirectories).ShouldBe([Path.Combine(_folder, "there")]);
    }

    [Fact]
    public void Write_FolderThatIsMissing_SaysWhatToDo()
    {
        var path = Path.Combine(_folder, "no/best.properties");

        var failure = Should.Throw<CliException>(() => AtomicFile.Write(path, "new"));

        failure.Code.ShouldBe(ExitCode.Failed);
        failure.Problems.ShouldHaveSingleItem().Remedy.ShouldBe("See that its folder exists, may be written to and has room, or name another file.");
    }
}
