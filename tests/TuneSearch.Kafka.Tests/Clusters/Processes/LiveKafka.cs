using System.Collections.Immutable;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Workloads;
using TuneSearch.Kafka.Catalogue;
using TuneSearch.Kafka.Clusters.Processes;
using TuneSearch.Kafka.Load;

namespace TuneSearch.Kafka.Tests.Clusters.Processes;

/// <summary>What the live tests share: one job over settings of every scope, on one small broker.</summary>
internal static class LiveKafka
{
    private static readonly KafkaParameterCatalogue Catalogue = new();

    public static JobSpec Job(int brokers = 1)
    {
        var job = Jobs.On(
            new ProcessClusterSpec { Brokers = brokers, StartTimeout = TimeSpan.FromMinutes(2) },
            [.. new[] { "num.io.threads", "queued.max.requests", "log.cleaner.dedupe.buffer.size", "log.cleaner.threads", "segment.bytes", "heap", "gc", "linger.ms", "fetch.min.bytes" }
                .Select(name => Catalogue.Find("kafka/2.4", name, null)!.Template)]);
        return job with { Profiles = [new Profile("conformance") { Arrivals = new ConstantArrivals(500), MessageSize = new FixedSize(200) }] };
    }

    /// <summary>The space's defaults with some changed; the heap is kept small, several brokers share a machine.</summary>
    public static Configuration With(JobSpec job, params (string Name, object Value)[] changes) =>
        changes.Prepend(("heap", 512)).Aggregate(job.Space.Defaults, (configuration, change) => configuration.With(change.Item1, change.Item2 switch
        {
            int number => ParameterValue.Integer(number),
            long number => ParameterValue.Integer(number),
            double number => ParameterValue.Real(number),
            _ => ParameterValue.Text((string)change.Item2),
        }));

    public static ProcessClusterDriver Driver(string dataDirectory) => new(
        TimeProvider.System,
        new ProcessOptions { DataDirectory = dataDirectory },
        new LoadOptions { Limits = new() { ScheduleLagP99 = TimeSpan.FromSeconds(5), StolenTime = 1, TakenTime = 1, Unsent = 1 } });

    public static Episode Episode(ulong seed = 1) =>
        new(seed, ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create("conformance", 1.0)]), HeldOut: false)
        {
            Duration = TimeSpan.FromSeconds(1),
            MaxWarmUp = TimeSpan.FromMilliseconds(200),
        };
}
