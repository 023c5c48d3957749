using System.Collections.Immutable;
using System.Diagnostics;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Spaces.Drafts;
using TuneSearch.Core.Workloads;
using TuneSearch.Files;
using TuneSearch.Files.Jobs;
using TuneSearch.Kafka.Catalogue;
using TuneSearch.Kafka.Clusters.Embedded;

namespace TuneSearch.Benchmarks.Load;

/// <summary>What single changes are worth on an embedded job, each paired with the baseline on the same episodes: the differences that a search can find.</summary>
public sealed class ClientSettingsBenchmark : IBenchmark
{
    private static readonly string[] Changes =
    [
        "", "linger.ms=50", "batch.size=200000", "batch.size=1048576", "fetch.wait.max.ms=10", "compression.type=lz4", "compression.type=zstd", "partitions=12",
        "max.in.flight.requests.per.connection=1", "fetch.wait.max.ms=10;batch.size=200000", "fetch.wait.max.ms=10;batch.size=200000;compression.type=lz4;partitions=6",
    ];

    public string Name => "client-settings";

    public string Summary => "what single client settings change on the quickstart's cluster, paired with its baseline";

    public async Task<int> RunAsync(BenchmarkArguments arguments, CancellationToken cancellationToken)
    {
        var job = new FileValidator(new KafkaParameterCatalogue()).Job(arguments.Text("job", "search-spaces/jobs/quickstart.yaml")).OrThrow().Spec;
        var rounds = arguments.Number("rounds", 3);
        var sampler = job.Episodes();
        await using var cluster = await new EmbeddedClusterDriver(TimeProvider.System).OpenAsync(job, 0, cancellationToken);
        Console.WriteLine($"{job.Name}: median of {rounds} pairs; baseline | changed");
        foreach (var change in arguments.Text("set", string.Join('|', Changes)).Split('|'))
        {
            var changed = Read(job, change);
            var pairs = new List<(Measurement Before, Measurement After)>();
            var start = Stopwatch.GetTimestamp();
            var failed = string.Empty;
            for (var round = 0; round < rounds; round++)
            {
                var episode = sampler.Seen("client-settings", round);
                var before = await MeasureAsync(cluster, job.Baseline, episode, cancellationToken);
                var after = await MeasureAsync(cluster, changed, episode, cancellationToken);
                if (before is Measured one && after is Measured other)
                {
                    pairs.Add((one.Measurements[0], other.Measurements[0]));
                }
                else
                {
                    failed = $"  {(before is Measured ? after : before)}";
                }
            }

            var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds / (2 * rounds);
            Console.WriteLine($"{change,-60} throughput {Column(pairs, MetricNames.Throughput, 1)}/s   publish p99 {Column(pairs, MetricNames.PublishLatencyP99, 1000)} ms   end to end p99 {Column(pairs, MetricNames.EndToEndLatencyP99, 1000)} ms   {seconds:0.0} s a trial{failed}");
        }

        return 0;
    }

    private static Configuration Read(JobSpec job, string change)
    {
        var written = change.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('='))
            .ToImmutableSortedDictionary(part => part[0], part => new RawValue(part[1]), StringComparer.Ordinal);
        return ConfigurationReader.Read("change", written, job.Space, job.Baseline).OrThrow();
    }

    private static async Task<TrialOutcome> MeasureAsync(ICluster cluster, Configuration configuration, Episode episode, CancellationToken cancellationToken) =>
        (await cluster.ApplyAsync(configuration, cancellationToken)).Failure ?? await cluster.RunAsync(new EpisodeRun(1, configuration, episode), cancellationToken);

    private static string Column(List<(Measurement Before, Measurement After)> pairs, string metric, double scale) => pairs.Count == 0
        ? "-"
        : $"{Median(pairs.Select(pair => pair.Before.Metrics[metric])) * scale,8:0.#} | {Median(pairs.Select(pair => pair.After.Metrics[metric])) * scale,8:0.#}";

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
