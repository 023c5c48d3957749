using System.Collections.Immutable;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Validation;
using TuneSearch.Files.Jobs;

namespace TuneSearch.Files.Tests.Jobs;

/// <summary>What a driver has against a job is found in the job's files.</summary>
public sealed class JobPlacesTests
{
    private const string Process = "cluster: { driver: process, brokers: 2 }\nprofiles: [profile.yaml, { name: mine, acks: all }]";

    [Theory]
    [InlineData("cluster.brokers", "job.yaml:4:38")]
    [InlineData("cluster.home", "job.yaml:4:10")]
    [InlineData("space", "job.yaml:3:8")]
    [InlineData("space.parameters.codec", "space.yaml:6:5")]
    [InlineData("codec", "space.yaml:6:5")]
    [InlineData("profiles.plain.acks", "profile.yaml:1:1")]
    [InlineData("profiles.plain.name", "profile.yaml:3:7")]
    [InlineData("profiles.mine.acks", "job.yaml:5:46")]
    [InlineData("objective", "job.yaml:1:1")]
    [InlineData("librdkafka", "librdkafka")]
    public void Check_LawOfThePath_StandsWhereItsKeyDoes(string path, string place) => Check(Texts.Job(Process), path).ShouldBe([$"{place}: it is so. Change it."]);

    [Fact]
    public void Check_SpaceInTheJob_IsFoundThere() =>
        Check("apiVersion: tunesearch/v1\nkind: Job\nspace: { name: one, parameters: [{ name: a.b, range: [1, 2] }] }\n", "space.parameters.a.b").ShouldBe(["job.yaml:3:34: it is so. Change it."]);

    [Fact]
    public void Check_OtherProblems_AreSaidInTheSameBreath() =>
        Check(Texts.Job(Process + "\nbudget: { trials: 0 }"), "cluster.home").ShouldBe(
            ["job.yaml:4:10: it is so. Change it.", "job.yaml:6:19: budget.trials: 0 lies outside 1 to 1000000. Write a value from 1 to 1000000."]);

    [Fact]
    public void Check_PlaceThatHasAProblem_GetsNoSecond() =>
        Check(Texts.Job("cluster: { driver: process, brokers: 0 }"), "cluster.brokers").ShouldHaveSingleItem().ShouldContain("cluster.brokers: 0 lies outside");

    /// <summary>Another cluster stands in for it, and what that one can do is nobody's question.</summary>
    [Theory]
    [InlineData("cluster: { driver: proces }")]
    [InlineData("clutser: { driver: process }")]
    public void Check_ClusterThatCannotBeRead_IsNotJudged(string cluster) => Check(Texts.Job(cluster), "space.parameters.codec").ShouldHaveSingleItem().ShouldStartWith("job.yaml:4:");

    private static IEnumerable<string> Check(string job, string path)
    {
        var files = new Dictionary<string, string> { ["job.yaml"] = job, ["space.yaml"] = Texts.Space, ["profile.yaml"] = Texts.Profile };
        var bundle = new JobBundle("job.yaml", files.ToImmutableSortedDictionary(StringComparer.Ordinal));
        return new JobLoader(new NoCatalogue()).Check(bundle, _ => [new Problem(path, "it is so", "Change it.")]).Problems.Select(problem => problem.ToString());
    }
}
