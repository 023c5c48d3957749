using System.Collections.Immutable;
using System.Globalization;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Planning;
using TuneSearch.Core.Validation;
using TuneSearch.Kafka.Catalogue;
using TuneSearch.Kafka.Clusters.Admin;
using TuneSearch.Kafka.Clusters.Hooks;
using TuneSearch.Kafka.Clusters.Kernel;
using TuneSearch.Kafka.Load;
using TuneSearch.Kafka.Native;
using TuneSearch.Kafka.Planning;
using TuneSearch.Kafka.Telemetry;

namespace TuneSearch.Kafka.Clusters.Processes;

/// <summary>Runs one to three brokers from a Kafka distribution on this machine (docs/configuration.md, «process»).</summary>
public sealed class ProcessClusterDriver(TimeProvider time, ProcessOptions options, LoadOptions load) : IClusterDriver, IClusterRecovery
{
    public ProcessClusterDriver(TimeProvider time, ProcessOptions? options = null)
        : this(time, options ?? new ProcessOptions(), new LoadOptions())
    {
    }

    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(5) };

    public string Name => "process";

    public ImmutableArray<Problem> Check(JobSpec job)
    {
        var spec = (ProcessClusterSpec)job.Cluster;
        var problems = ProcessRules.Check(job, spec, new KernelSettings(options.AllowedKernelSettings)).ToList();
        if (KafkaDistribution.Find(HomeOf(spec, job)).Problem is { } problem)
        {
            problems.Add(problem);
        }

        if (!OperatingSystem.IsLinux())
        {
            problems.Add(new Problem("cluster.driver", "the process cluster needs Linux: it reads /proc and uses taskset, nice and setsid", "Run the daemon on Linux, or use a remote cluster."));
        }

        return [.. problems];
    }

    public async Task<ICluster> OpenAsync(JobSpec job, int ordinal, CancellationToken cancellationToken)
    {
        Librdkafka.EnsureLoaded();
        var spec = (ProcessClusterSpec)job.Cluster;
        var distribution = KafkaDistribution.Find(HomeOf(spec, job)).Distribution
            ?? throw new InvalidInputException([KafkaDistribution.Find(HomeOf(spec, job)).Problem!]);
        var table = new ProcessTable();
        await CleanAsync(table, cancellationToken);
        return Open(job, spec, distribution, RunFolder.Create(options.DataDirectory, table), ordinal);
    }

    public async Task<IReadOnlyList<string>> RecoverAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await CleanAsync(new ProcessTable(), cancellationToken) is var runs and > 0
                ? [$"{runs} run(s) of brokers that a killed process had left were ended and removed"]
                : [];
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            return [$"this machine is not as it was found: {fault.Message.TrimEnd('.')}. It is tried again when a job uses it, and at the next start."];
        }
    }

    private Task<int> CleanAsync(ProcessTable table, CancellationToken cancellationToken) =>
        RunFolder.CleanLeftoversAsync(options.DataDirectory, table, new KernelSettings(options.AllowedKernelSettings), cancellationToken);

    private ProcessCluster Open(JobSpec job, ProcessClusterSpec spec, KafkaDistribution distribution, RunFolder folder, int ordinal)
    {
        var catalogue = CatalogueReader.Read(distribution.Version);
        var ports = FreePorts.Find((2 * spec.Brokers) + 1);
        ImmutableArray<BrokerLayout> layout =
        [
            .. Enumerable.Range(0, spec.Brokers).Select(i => new BrokerLayout(
                i + 1, Path.Combine(folder.FullPath, string.Create(CultureInfo.InvariantCulture, $"broker-{i + 1}")), ports[2 * i], ports[(2 * i) + 1])),
        ];
        var rules = job.Space.Parameters.Select(p => SettingRules.Of(p, catalogue)).ToImmutableArray();
        var searched = rules.Select(r => r.Name).ToImmutableHashSet(StringComparer.Ordinal);
        var launcher = new BrokerLauncher(distribution, folder.FullPath, layout, ports[^1], spec, searched, time);
        var brokers = new ProcessBrokers(launcher, layout, spec, new KernelSettings(options.AllowedKernelSettings), searched, SettingRules.Pools(catalogue), time);
        var shape = new ClusterShape([.. layout.Select(b => b.Name)], []) { WritesClusterDefault = false };
        var journal = folder.Journal;
        var executor = new PlanExecutor(brokers, journal, shape, rules, new ExecutorOptions(), time);
        var telemetry = new TelemetryRecorder(
            layout.ToImmutableSortedDictionary(b => b.Name, b => b.GcLogFile, StringComparer.Ordinal), time, new PrometheusScraper(spec.Prometheus, Http), ObjectiveNames.Of(job));
        var episodes = new ClusterEpisodes(
            job, new LoadEngine(time, load), new ClientSettingsMapper(new CatalogueClientNames(catalogue)), telemetry, new HookWatch(spec.Hooks, HookAllowance.Of(job, spec.Hooks), job.Objective, job.Baseline),
            new HookRunner(folder.FullPath, job.Folder, time), string.Create(CultureInfo.InvariantCulture, $"ts{ordinal}"));
        return new ProcessCluster(job, catalogue, brokers, executor, journal, shape, episodes, folder, time);
    }

    private static string? HomeOf(ProcessClusterSpec spec, JobSpec job) => spec.Home is { } home
        ? Path.GetFullPath(home, Path.GetFullPath(job.Folder ?? "."))
        : Environment.GetEnvironmentVariable(KafkaDistribution.Variable);
}
