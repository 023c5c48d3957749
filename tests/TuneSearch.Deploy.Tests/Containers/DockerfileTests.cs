using TuneSearch.Deploy.Tests.Repository;

namespace TuneSearch.Deploy.Tests.Containers;

public class DockerfileTests
{
    private static readonly string[] Lines = RepositoryFiles.Read("deploy/docker/Dockerfile").Split('\n');

    private static readonly string[] LastStage = Lines[Array.FindLastIndex(Lines, line => line.StartsWith("FROM ", StringComparison.Ordinal))..];

    [Fact]
    public void Dockerfile_LastStage_RunsAsAPlainUserAndTellsItsHealth()
    {
        LastStage.ShouldContain("USER $APP_UID");
        LastStage.ShouldContain(line => line.StartsWith("HEALTHCHECK ", StringComparison.Ordinal));
    }

    [Fact]
    public void Dockerfile_Images_ArePinned() =>
        Lines.Where(line => line.StartsWith("FROM ", StringComparison.Ordinal)).Select(line => line.Split(' ')[1]).ShouldAllBe(image => ImageName.IsPinned(image));

    [Fact]
    public void Dockerfile_FilesThatItCopies_Exist() =>
        Lines.Where(line => line.StartsWith("COPY ", StringComparison.Ordinal) && !line.Contains("--from=", StringComparison.Ordinal))
            .SelectMany(line => line.Split(' ').Skip(1).Where(word => !word.StartsWith("--", StringComparison.Ordinal)).SkipLast(1))
            .ShouldAllBe(path => Path.Exists(RepositoryFiles.PathOf(path)));

    /// <summary>The image installs what the launcher would otherwise name as missing.</summary>
    [Fact]
    public void Dockerfile_PackagesOfTheBuild_AreThoseOfTheLauncher()
    {
        var launcher = RepositoryFiles.Read("build/requirements.sh").Split('\n')
            .Where(line => line.Contains("missing+=(", StringComparison.Ordinal))
            .SelectMany(line => line.Split('(', ')')[1].Split(' '));
        var image = Lines.Single(line => line.Contains("apt-get install", StringComparison.Ordinal)).Split(' ');

        launcher.ShouldBeSubsetOf(image);
    }
}
