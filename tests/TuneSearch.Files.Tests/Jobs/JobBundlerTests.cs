using System.Text;
using NSubstitute;
using TuneSearch.Core.Spaces;
using TuneSearch.Files.Jobs;

namespace TuneSearch.Files.Tests.Jobs;

public sealed class JobBundlerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Collect_JobWithParts_HoldsThemBelowTheirCommonFolder()
    {
        var job = _folder.Write("jobs/job.yaml", Texts.Job("profiles: [../profiles/plain.yaml]", "../spaces/space.yaml"));
        _folder.Write("spaces/space.yaml", Texts.Space);
        _folder.Write("profiles/plain.yaml", Texts.Profile);

        var bundle = new JobBundler(PathRoots.Anywhere).Collect(job).OrThrow();

        (bundle.Entry, bundle.Folder).ShouldBe(("jobs/job.yaml", _folder.Path));
        bundle.Files.Keys.ShouldBe(["jobs/job.yaml", "profiles/plain.yaml", "spaces/space.yaml"]);
    }

    [Fact]
    public void Collect_PathWithANulCharacter_LeavesItToTheLoaderToSayWhatIsWrong()
    {
        var job = _folder.Write("job.yaml", Texts.Job(string.Empty, "\"a\\0b\""));

        var bundle = new JobBundler(PathRoots.Anywhere).Collect(job).Value!;

        new JobLoader(Substitute.For<IParameterCatalogue>()).Check(bundle).Problems.Select(p => p.ToString()).ShouldContain(
            "job.yaml:3:8: the text holds a NUL character, which no setting, name or path can hold. Remove the \\0.");
    }

    [Fact]
    public void Collect_FileThatNeverEnds_IsRefused()
    {
        if (File.Exists("/dev/zero"))
        {
            new JobBundler(PathRoots.Anywhere).Collect("/dev/zero").Problems.ShouldHaveSingleItem().Message.ShouldContain("it has more than 4194304 bytes");
        }
    }

    [Fact]
    public void Collect_MissingParts_NamesEachAndKeepsTheRest()
    {
        var job = _folder.Write("job.yaml", Texts.Job("profiles: [nobody.yaml]", "nowhere.yaml"));

        var collected = new JobBundler(PathRoots.Anywhere).Collect(job);

        collected.Value!.Files.Keys.ShouldBe(["job.yaml"]);
        collected.Problems.Select(p => p.ToString()).ShouldBe(
        [
            $"{job}:3:8: space: 'nowhere.yaml': there is no such file. Paths start at the folder of the file that names them; write one that exists below or beside job.yaml.",
            $"{job}:4:12: profiles[0]: 'nobody.yaml': there is no such file. Paths start at the folder of the file that names them; write one that exists below or beside job.yaml.",
        ]);
    }

    [Fact]
    public void Collect_PathOutsideTheRoots_IsRefusedWithoutLooking()
    {
        var job = _folder.Write("jobs/job.yaml", Texts.Job(space: "../../../etc/passwd"));
        var root = Path.Combine(_folder.Path, "jobs");

        new JobBundler(new PathRoots([root])).Collect(job).Problems.Select(p => p.ToString()).ShouldBe(
            [$"{job}:3:8: space: '../../../etc/passwd' lies outside the folders that jobs may use ({root}). Move it below one of these folders, or add its folder to the daemon's settings (roots)."]);
    }

    [Fact]
    public void Collect_LinkThatLeadsOutOfTheRoots_IsRefused()
    {
        var secret = _folder.Write("secret.yaml", Texts.Space);
        var job = _folder.Write("jobs/job.yaml", Texts.Job(space: "inside.yaml"));
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "jobs/inside.yaml"), secret);

        new JobBundler(new PathRoots([Path.Combine(_folder.Path, "jobs")])).Collect(job).Problems.ShouldHaveSingleItem().Message.ShouldStartWith("space: 'inside.yaml' lies outside");
    }

    [Fact]
    public void Collect_HugeFile_IsRefused()
    {
        var job = _folder.Write("job.yaml", new string('#', 5 << 20));

        new JobBundler(PathRoots.Anywhere).Collect(job).Problems.ShouldHaveSingleItem().ToString().ShouldBe(
            $"{job}: it has 5242880 bytes, more than 4194304. Name the file that was meant, or take out of it what is not needed.");
    }

    [Fact]
    public void Collect_PartThatIsNotUtf8_IsRefusedWithItsLine()
    {
        var job = _folder.Write("job.yaml", Texts.Job());
        File.WriteAllBytes(Path.Combine(_folder.Path, "space.yaml"), Encoding.Latin1.GetBytes("# été\n"));

        new JobBundler(PathRoots.Anywhere).Collect(job).Problems.ShouldHaveSingleItem().ToString().ShouldBe(
            $"{job}:3:8: space: 'space.yaml': its text is not UTF-8: line 1 holds the byte 0xE9 where no character has it. Save the file as UTF-8.");
    }

    [Theory]
    [InlineData("iso-8859-1", ":2:1: its text is not UTF-8: line 2 holds the byte 0xE9 where no character has it. Save the file as UTF-8.")]
    [InlineData("utf-8", null)]
    [InlineData("utf-16", null)]
    public void Collect_JobInAnEncoding_ReadsUtf8AndWhatAByteOrderMarkTells(string encoding, string? refusal)
    {
        var job = Path.Combine(_folder.Path, "job.yaml");
        File.WriteAllText(job, "apiVersion: tunesearch/v1\nname: été\n", Encoding.GetEncoding(encoding));

        var collected = new JobBundler(PathRoots.Anywhere).Collect(job);

        collected.Problems.Select(p => p.ToString()).ShouldBe(refusal is null ? [] : [job + refusal]);
        collected.Value?.Files["job.yaml"].ShouldBe("apiVersion: tunesearch/v1\nname: été\n");
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("/x", true)]
    [InlineData("/x-other", false)]
    public void Allows_PathBesideARoot_IsOutside(string below, bool isAllowed)
    {
        var roots = new PathRoots([_folder.Path + "/x"]);

        roots.Allows(_folder.Path + below).ShouldBe(isAllowed);
    }
}
