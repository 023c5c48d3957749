using System.Collections.Immutable;
using System.Globalization;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Workloads;
using TuneSearch.Kafka.Clusters.Admin;
using TuneSearch.Kafka.Clusters.Kernel;
using TuneSearch.Kafka.Clusters.Processes;
using TuneSearch.Kafka.Load;

namespace TuneSearch.Benchmarks.Load;

/// <summary>The load engine with full measurement against the generators that people use, in turns on one live broker.</summary>
public sealed class LiveLoadBenchmark : IBenchmark
{
    private const double LeastOverPerfTest = 2;
    private const double LeastOverRdkafka = 0.9;
    private const int Partitions = 3;

    private const int QueueMessages = 500_000;

    /// <summary>For both that are librdkafka inside: rdkafka_performance would otherwise batch for a second, the engine for 5 ms.</summary>
    private static readonly ImmutableSortedDictionary<string, string> Batching = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal,
    [
        KeyValuePair.Create("linger.ms", "50"), KeyValuePair.Create("queue.buffering.max.messages", QueueMessages.ToString(CultureInfo.InvariantCulture)),
    ]);

    /// <summary>What the same batching is in Java's words: librdkafka's batches are a megabyte. Told beside the bound, which is on the tool as people run it.</summary>
    private static readonly string[] JavaBatching = ["linger.ms=50", "batch.size=1000000"];

    public string Name => "live-load";

    public string Summary => "messages a second against kafka-producer-perf-test (bound: 2x) and rdkafka_performance (bound: 0.9x) on the broker of KAFKA_HOME";

    public async Task<int> RunAsync(BenchmarkArguments arguments, CancellationToken cancellationToken)
    {
        var (distribution, problem) = KafkaDistribution.Find(Environment.GetEnvironmentVariable(KafkaDistribution.Variable));
        if (distribution is null)
        {
            Console.WriteLine($"No live Kafka: {problem}");
            return 2;
        }

        var (rounds, size, records) = (arguments.Number("rounds", 3), arguments.Number("size", 100), arguments.Number("records", 1_500_000));
        var rdkafka = OtherGenerators.FindRdkafkaPerformance(arguments.Text("rdkafka-performance", "rdkafka_performance"));
        Console.WriteLine($"Kafka {distribution.Version}, 1 broker on this machine, {Partitions} partitions, {size} B messages, acks=all, no compression; kafka-producer-perf-test with its own batching and with {string.Join(' ', JavaBatching)}, the other two with {string.Join(", ", Batching.Select(s => $"{s.Key}={s.Value}"))}; rounds in turn");
        Console.WriteLine(rdkafka is null ? "rdkafka_performance is not present (PATH or --rdkafka-performance FILE): left out" : $"rdkafka_performance: {Path.GetFileName(rdkafka)}");

        var folder = Directory.CreateTempSubdirectory("tunesearch-bench").FullName;
        var ports = FreePorts.Find(3);
        ImmutableArray<BrokerLayout> layout = [new BrokerLayout(1, Path.Combine(folder, "broker-1"), ports[0], ports[1])];
        var spec = new ProcessClusterSpec { StartTimeout = TimeSpan.FromMinutes(2) };
        var none = ImmutableHashSet<string>.Empty;
        try
        {
            await using var brokers = new ProcessBrokers(
                new BrokerLauncher(distribution, folder, layout, ports[2], spec, none, TimeProvider.System), layout, spec, new KernelSettings([]), none, [], TimeProvider.System);
            await brokers.StartStoppedAsync([], cancellationToken);
            return await CompareAsync(new OtherGenerators(distribution, rdkafka, brokers.BootstrapServers), brokers, rounds, size, records, cancellationToken);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<int> CompareAsync(OtherGenerators others, ProcessBrokers brokers, int rounds, int size, int records, CancellationToken cancellationToken)
    {
        var topics = new AdminTopics(brokers.Admin.Client, 1, TimeProvider.System);
        List<double> overPerfTest = [], overBatched = [], overRdkafka = [];
        for (var round = 0; round <= rounds; round++)
        {
            var topic = $"bench-{round}";
            await topics.CreateAsync(topic, Partitions, cancellationToken);
            var perfTest = await others.PerfTestAsync(topic, size, records, [], cancellationToken);
            var batched = await others.PerfTestAsync(topic, size, 2 * records, JavaBatching, cancellationToken);
            var engine = await EngineAsync(brokers.BootstrapServers, topics, size, (ulong)round, cancellationToken);
            var rdkafka = await others.RdkafkaAsync(topic, size, 3 * records, Batching, cancellationToken);
            await topics.DeleteAsync(topic, cancellationToken);
            Console.WriteLine($"  {(round == 0 ? "warm-up" : $"round {round}"),-8} kafka-producer-perf-test {perfTest,9:N0}/s, batched {batched,9:N0}/s   engine {engine,9:N0}/s   rdkafka_performance {(rdkafka is { } r ? $"{r,9:N0}/s" : "-")}");
            if (round > 0)
            {
                overPerfTest.Add(engine / perfTest);
                overBatched.Add(engine / batched);
                overRdkafka.Add(rdkafka is { } rate ? engine / rate : double.PositiveInfinity);
            }
        }

        var (first, second) = (Median(overPerfTest), Median(overRdkafka));
        Console.WriteLine($"median ratio: engine / kafka-producer-perf-test {first:0.00} (bound {LeastOverPerfTest}), batched as the others are {Median(overBatched):0.00} (no bound); engine / rdkafka_performance {(double.IsFinite(second) ? $"{second:0.00} (bound {LeastOverRdkafka})" : "not measured")}");
        return first >= LeastOverPerfTest && second >= LeastOverRdkafka ? 0 : 1;
    }

    private static async Task<double> EngineAsync(string bootstrapServers, ITopics topics, int size, ulong seed, CancellationToken cancellationToken)
    {
        var profile = new Profile("p")
        {
            Arrivals = new ClosedLoop(QueueMessages), MessageSize = new FixedSize(size), ConsumerGroups = 0, PartitionsPerTopic = Partitions,
        };
        var episode = new Episode(seed, ImmutableSortedDictionary<string, double>.Empty.Add("p", 1), HeldOut: false)
        {
            Duration = TimeSpan.FromSeconds(6), MaxWarmUp = TimeSpan.FromSeconds(1),
        };
        var settings = ClientSettings.Defaults with { Producer = Batching };
        var request = new LoadRequest(episode, [profile], settings, $"engine-{seed}");
        var target = new LoadTarget(bootstrapServers, topics, ImmutableSortedDictionary<string, string>.Empty);
        var outcome = await new LoadEngine(TimeProvider.System, new LoadOptions { Limits = new() { StolenTime = 1, TakenTime = 1 } }).RunAsync(target, request, cancellationToken);
        return outcome is Measured { Measurements: [var measurement] }
            ? measurement.Metrics[MetricNames.Throughput]
            : throw new InvalidOperationException(outcome.ToString());
    }

    private static double Median(List<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
