using TuneSearch.Daemon.Security;

namespace TuneSearch.Daemon.Tests.Security;

public sealed class JobRootsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tunesearch-roots-").FullName;

    public JobRootsTests()
    {
        Directory.CreateDirectory(Inside("jobs"));
        Directory.CreateDirectory(Inside("jobs-private"));
        File.WriteAllText(Inside("jobs/a.yaml"), "a");
        File.WriteAllText(Inside("secret"), "s");
        File.CreateSymbolicLink(Inside("jobs/link.yaml"), Inside("secret"));

        // A link whose target looks as if it were inside, by way of another link that is not.
        Directory.CreateSymbolicLink(Inside("jobs/out"), _folder);
        File.CreateSymbolicLink(Inside("jobs/detour.yaml"), Inside("jobs/out/secret"));
        File.CreateSymbolicLink(Inside("jobs/loop.yaml"), Inside("jobs/loop.yaml"));
    }

    [Theory]
    [InlineData("jobs/a.yaml", true)]
    [InlineData("jobs/missing.yaml", true)]
    [InlineData("jobs/../secret", false)]
    [InlineData("jobs-private/b.yaml", false)]
    [InlineData("jobs/link.yaml", false)]
    [InlineData("jobs/out/secret", false)]
    [InlineData("jobs/detour.yaml", false)]
    [InlineData("jobs/loop.yaml", false)]
    public void Contains_Path_FollowsDotsAndLinks(string path, bool contains) => new JobRoots([Inside("jobs")]).Contains(Inside(path)).ShouldBe(contains);

    [Fact]
    public void Contains_NoRoots_IsNever() => new JobRoots([]).Contains(Inside("jobs/a.yaml")).ShouldBeFalse();

    [Theory]
    [InlineData("a.yaml", true)]
    [InlineData("../secret", false)]
    [InlineData("link.yaml", false)]
    public void Resolve_RelativePath_IsLookedForBelowTheRoots(string path, bool found) =>
        new JobRoots([Inside("jobs")]).Resolve(path).ShouldBe(found ? Inside("jobs/" + path) : null);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Inside(string path) => Path.Join(_folder, path);
}
