using TuneSearch.Core.Clusters;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Planning;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Workloads;
using TuneSearch.Kafka.Catalogue;
using TuneSearch.Kafka.Clusters.Kernel;
using TuneSearch.Kafka.Clusters.Processes;
using TuneSearch.Kafka.Clusters.Remote;
using TuneSearch.Kafka.Planning;
using TuneSearch.Kafka.Tests.Clusters.Processes;

namespace TuneSearch.Kafka.Tests.Clusters.Remote;

[Collection("live Kafka")]
public sealed class CrashRecoveryLiveTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tunesearch-live").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [LiveKafkaFact]
    public async Task Catalogue_AgainstALiveBroker_DiffersInNothing()
    {
        await using var broker = await LiveBroker.StartAsync(_folder);

        var live = await LiveCatalogue.ReadAsync(broker.Brokers.BootstrapServers, new Dictionary<string, string>(), default);

        live.Differences.ShouldBeEmpty($"Kafka {live.Catalogue.Version}");
    }

    [LiveKafkaFact]
    public async Task RestoreAsync_NextStartAfterAKillMidLadder_IsAsFound()
    {
        await using var broker = await LiveBroker.StartAsync(_folder);
        var found = await broker.Brokers.ReadAsync(default);
        foreach (var killedAfter in new[] { 1, 2, 3 })
        {
            await Should.ThrowAsync<KillingControl.KilledException>(() => Executor(new KillingControl(broker.Brokers, killedAfter)).ApplyAsync(Wanted(), default));
            File.Exists(Path.Combine(_folder, "undo.json")).ShouldBeTrue();

            await Executor(broker.Brokers).RestoreAsync(default);

            // A broker makes changes in the order in which it got them: once it tells of a later one, it tells of all before it too.
            (await Executor(broker.Brokers).ApplyAsync(Wanted()[1..], default)).ShouldBe(new ApplyResult(0, 1));
            await Executor(broker.Brokers).RestoreAsync(default);
            (await broker.Brokers.ReadAsync(default)).ShouldBe(found, $"killed after {killedAfter}");
        }
    }

    [LiveKafkaFact]
    public async Task RecoverAsync_RemoteClusterOfAKilledDaemon_IsAsFound()
    {
        await using var broker = await LiveBroker.StartAsync(Path.Combine(_folder, "broker"));
        var found = await broker.Brokers.ReadAsync(default);
        var spec = new RemoteClusterSpec { BootstrapServers = [broker.Brokers.BootstrapServers] };
        var names = new KafkaParameterCatalogue();
        var job = Jobs.On(spec, [.. new[] { "num.io.threads", "log.segment.bytes", "segment.bytes", "linger.ms" }.Select(n => names.Find("kafka/2.4", n, null)!.Template)])
            with { Profiles = [new Profile("conformance") { Arrivals = new ConstantArrivals(200), MessageSize = new FixedSize(200) }] };
        var configuration = job.Space.Defaults.With("num.io.threads", ParameterValue.Integer(30)).With("log.segment.bytes", ParameterValue.Integer(134217728));

        var cluster = await new RemoteClusterDriver(TimeProvider.System, _folder).OpenAsync(job, 0, default);
        (await cluster.ApplyAsync(configuration, default)).ShouldBe(new ApplyResult(0, 4));
        (await cluster.RunAsync(new EpisodeRun(1, configuration, LiveKafka.Episode()), default)).ShouldBeAssignableTo<TrialOutcome>().ShouldNotBeOfType<Faulted>();
        await cluster.DisposeAsync();
        (await broker.Brokers.ReadAsync(default)).ShouldNotBe(found);

        var said = await new RemoteClusterDriver(TimeProvider.System, _folder).RecoverAsync(default);

        said.ShouldBe([$"the cluster at {broker.Brokers.BootstrapServers} is as it was found again"]);
        (await broker.Brokers.ReadAsync(default)).ShouldBe(found);
        broker.Brokers.Admin.Client.GetMetadata(TimeSpan.FromSeconds(10)).Topics.ShouldNotContain(topic => topic.Topic.StartsWith("tunesearch-"));
        (await new RemoteClusterDriver(TimeProvider.System, _folder).RecoverAsync(default)).ShouldBeEmpty();
    }

    /// <summary>What the first job wrote would be what the second found, and would be put back when both have ended.</summary>
    [LiveKafkaFact]
    public async Task OpenAsync_ClusterThatIsInUseUnderAnotherAddress_IsRefused()
    {
        await using var broker = await LiveBroker.StartAsync(Path.Combine(_folder, "broker"));
        var found = await broker.Brokers.ReadAsync(default);
        var driver = new RemoteClusterDriver(TimeProvider.System, _folder);
        var setting = new KafkaParameterCatalogue().Find("kafka/2.4", "log.segment.bytes", null)!.Template;
        var first = Jobs.On(new RemoteClusterSpec { BootstrapServers = [broker.Brokers.BootstrapServers] }, [setting]);
        var second = first with { Cluster = new RemoteClusterSpec { BootstrapServers = [broker.Brokers.BootstrapServers.Replace("127.0.0.1", "localhost", StringComparison.Ordinal)] } };

        await using (var cluster = await driver.OpenAsync(first, 0, default))
        {
            (await cluster.ApplyAsync(first.Space.Defaults.With("log.segment.bytes", ParameterValue.Integer(134217728)), default)).Succeeded.ShouldBeTrue();
            (await Should.ThrowAsync<ClusterUnavailableException>(() => driver.OpenAsync(second, 0, default))).Message.ShouldContain("Another job works with this cluster under other addresses.");
            await cluster.RestoreAsync(default);
        }

        await using (var cluster = await driver.OpenAsync(second, 0, default))
        {
            (await broker.Brokers.ReadAsync(default)).ShouldBe(found);
        }
    }

    [LiveKafkaFact]
    public async Task CleanLeftoversAsync_BrokersOfAKilledDaemon_AreEndedAndRemoved()
    {
        // Pid 1 lives, but did not start at tick 7: so the run's owner is gone.
        var run = Path.Combine(_folder, "runs", "run-1-7-1");
        Directory.CreateDirectory(run);
        var broker = await LiveBroker.StartAsync(run);

        (await RunFolder.CleanLeftoversAsync(_folder, new ProcessTable(), new KernelSettings([]), default)).ShouldBe(1);

        new ProcessTable().Mentioning(_folder).ShouldBeEmpty();
        Directory.Exists(run).ShouldBeFalse();
        broker.Brokers.Pids.ShouldBeEmpty();
    }

    private static WantedSetting[] Wanted()
    {
        var catalogue = CatalogueReader.Read(KafkaVersion.Oldest);
        return
        [
            new WantedSetting(SettingRules.Of(catalogue.Find(ParameterScope.Broker, "num.io.threads")!), "60"),
            new WantedSetting(SettingRules.Of(catalogue.Find(ParameterScope.Broker, "log.segment.bytes")!), "134217728"),
        ];
    }

    private PlanExecutor Executor(IClusterControl control) => new(
        control,
        new UndoJournal(Path.Combine(_folder, "undo.json")),
        new ClusterShape(["1"], []) { WritesClusterDefault = false },
        [.. CatalogueReader.Read(KafkaVersion.Oldest).Entries.Select(SettingRules.Of)],
        new ExecutorOptions(),
        TimeProvider.System);
}
