using System.Collections.Immutable;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Objectives;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Validation;
using TuneSearch.Core.Workloads;
using TuneSearch.Files.Jobs;

namespace TuneSearch.Files.Tests.Jobs;

public sealed class JobLoaderTests
{
    private readonly JobLoader _loader = new(new NoCatalogue());

    [Fact]
    public void Load_SpaceAlone_TakesSensibleDefaults()
    {
        var job = _loader.Load(Bundle(Texts.Job()));

        job.Name.ShouldBe("job");
        job.Seed.ShouldBe(1UL);
        job.Cluster.ShouldBe(new EmbeddedClusterSpec());
        job.Profiles.ShouldHaveSingleItem().Name.ShouldBe("default");
        (job.Objective.Goal, job.Objective.Text).ShouldBe((Goal.Maximize, "throughput"));
        job.Objective.Gate.ShouldBe(new GateSpec());
        job.Mixture.ShouldBe(new MixtureSpec(ProfilesPerEpisode: 0, DirichletAlpha: 4, Holdout: 0.3));
        job.Budget.ShouldBe(new Budget());
        job.Verification.ShouldBe(Verification.Gate);
        job.Baseline.Key.ShouldBe("a=5;codec=none");
    }

    [Fact]
    public void Load_EqualWeights_DrawsNone() =>
        _loader.Load(Bundle(Texts.Job("mixture: { weights: equal }"))).Mixture.ShouldBe(new MixtureSpec(DirichletAlpha: null));

    [Fact]
    public void Load_Everything_ArrivesInBaseUnits()
    {
        var job = _loader.Load(Bundle(Texts.Job("""
            name: full
            seed: 18446744073709551615
            cluster: { driver: command, command: python3 "my evaluator.py" --fast, timeout: 1.5s, noisy: true, clusters: 2 }
            profiles: [profile.yaml]
            mixture: { profilesPerEpisode: 1, weights: dirichlet(0.5), holdout: 25%, duration: 2s }
            objective: { minimize: publish_latency_p99, subjectTo: [throughput >= 1000], gate: { maxRegression: 3%, confidence: 99% } }
            baseline: { a: 7 }
            annealing: { walkers: 3 }
            budget: { trials: 12, wallClock: 10m }
            verification: none
            allowDurabilityChanges: true
            """)));

        job.Seed.ShouldBe(ulong.MaxValue);
        job.Cluster.ShouldBeOfType<CommandClusterSpec>().Command.ShouldBe(["python3", "my evaluator.py", "--fast"]);
        ((CommandClusterSpec)job.Cluster).Timeout.ShouldBe(TimeSpan.FromSeconds(1.5));
        (job.Cluster.Clusters, job.Cluster.IsNoisy).ShouldBe((2, true));
        job.Mixture.ShouldBe(new MixtureSpec(1, 0.5, 0.25) { Duration = TimeSpan.FromSeconds(2) });
        (job.Objective.Goal, job.Objective.Gate).ShouldBe((Goal.Minimize, new GateSpec(0.03, 0.99)));
        job.Objective.SubjectTo.ShouldHaveSingleItem().Direction.ShouldBe(LimitDirection.AtLeast);
        job.Baseline.Key.ShouldBe("a=7;codec=none");
        job.Annealing.Walkers.ShouldBe(3);
        job.Budget.ShouldBe(new Budget(12, TimeSpan.FromMinutes(10)));
        (job.Verification, job.AllowDurabilityChanges).ShouldBe((Verification.None, true));
    }

    [Fact]
    public void Load_SeedAndTrialsOfTheBundle_TakeTheFilesPlace()
    {
        var job = _loader.Load(Bundle(Texts.Job("budget: { trials: 7, wallClock: 1m }")) with { Seed = 9, Trials = 3 });

        (job.Seed, job.Budget).ShouldBe((9UL, new Budget(3, TimeSpan.FromMinutes(1))));
    }

    [Theory]
    [InlineData("messageSize: 1KiB", "FixedSize { Bytes = 1024 }")]
    [InlineData("messageSize: { median: 4KiB }", "LognormalSize { Median = 4096, Sigma = 0.8, Maximum = 1000000 }")]
    [InlineData("messageSize: { bytes: 10 }", "FixedSize { Bytes = 10 }")]
    public void Load_MessageSize_HasShortForms(string text, string size) =>
        _loader.Load(Bundle(Texts.Job("profiles: [profile.yaml]"), Texts.Profile + "\n" + text)).Profiles[0].MessageSize.ToString().ShouldBe(size);

    [Theory]
    [InlineData("keys: none", "NoKeys { }")]
    [InlineData("keys: { distribution: uniform, distinct: 10 }", "UniformKeys { Distinct = 10 }")]
    public void Load_Keys_AreToldByTheirDistribution(string text, string keys) =>
        _loader.Load(Bundle(Texts.Job("profiles: [profile.yaml]"), Texts.Profile + "\n" + text)).Profiles[0].Keys.ToString().ShouldBe(keys);

    [Fact]
    public void Load_CommandCluster_MayReportMetricsOfItsOwn() =>
        _loader.Load(Bundle(Texts.Job("cluster: { driver: command, command: [x] }\nobjective: { minimize: seconds_per_run }"))).Objective.Text.ShouldBe("seconds_per_run");

    [Fact]
    public void Load_ObjectiveOverParametersAndPrice_IsTaken() =>
        _loader.Load(Bundle(Texts.Job("objective: { maximize: throughput / (price * a) }"))).Objective.Expression.Names.ShouldBe(["throughput", "price", "a"], ignoreOrder: true);

    [Fact]
    public void Load_JobInAFolder_StartsItsPathsThere()
    {
        var bundle = new JobBundle("jobs/job.yaml", Files(("jobs/job.yaml", Texts.Job(space: "../spaces/space.yaml")), ("spaces/space.yaml", Texts.Space)), "/data");

        _loader.Load(bundle).Folder.ShouldBe("/data/jobs");
    }

    [Fact]
    public void Load_FileThatIsNotInTheBundle_IsAProblem() =>
        Said(new JobBundle("job.yaml", Files(("job.yaml", Texts.Job(space: "../out.yaml"))))).ShouldBe(
            ["job.yaml:3:8: space: '../out.yaml' is not among the files of the job. Submit it with the job, under the path that the job names."]);

    [Fact]
    public void Load_BundleWithoutItsJob_IsAProblem() =>
        Said(new JobBundle("job.yaml", Files(("other.yaml", "")))).ShouldBe(
            ["job.yaml: the bundle lacks its own job file. Send the job file's text under the entry's path."]);

    [Fact]
    public void Load_ProblemsInSeveralFiles_AreAllSaid() =>
        Said(Bundle(Texts.Job("profiles: [profile.yaml]\nbudget: { trials: 0 }"), Texts.Profile + "\ntopics: none")).ShouldBe(
        [
            "job.yaml:5:19: budget.trials: 0 lies outside 1 to 1000000. Write a value from 1 to 1000000.",
            "profile.yaml:4:9: topics: 'none' is not a whole number. Write a whole number, without a unit.",
        ]);

    [Fact]
    public void Load_InvalidBundle_ThrowsWithEveryProblem() =>
        Should.Throw<InvalidInputException>(() => _loader.Load(Bundle(Texts.Job("sed: 3\nbugdet: {}")))).Problems.Length.ShouldBe(2);

    private IEnumerable<string> Said(JobBundle bundle) => _loader.Check(bundle).Problems.Select(problem => problem.ToString());

    private static JobBundle Bundle(string job, string profile = Texts.Profile) =>
        new("job.yaml", Files(("job.yaml", job), ("space.yaml", Texts.Space), ("profile.yaml", profile)));

    private static ImmutableSortedDictionary<string, string> Files(params (string Name, string Text)[] files) =>
        files.ToImmutableSortedDictionary(file => file.Name, file => file.Text, StringComparer.Ordinal);
}
