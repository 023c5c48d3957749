using System.Collections.Immutable;
using System.Globalization;

namespace TuneSearch.Kafka.Clusters.Processes;

/// <summary>The environment by which Kafka's start scripts take JVM flags (bin/kafka-run-class.sh). Pure.</summary>
internal static class JvmEnvironment
{
    public const string Heap = "KAFKA_HEAP_OPTS";
    public const string Performance = "KAFKA_JVM_PERFORMANCE_OPTS";
    public const string GcLog = "KAFKA_GC_LOG_OPTS";

    private static readonly ImmutableDictionary<string, string> Defaults = ImmutableDictionary.CreateRange<string, string>(
    [
        new("heap", "1024"),
        new("gc", "G1"),
        new("MaxGCPauseMillis", "20"),
        new("InitiatingHeapOccupancyPercent", "35"),
        new("ExplicitGCInvokesConcurrent", "true"),
    ]);

    /// <summary>Flags that mean something to one collector only.</summary>
    private static readonly string[] G1Only = ["MaxGCPauseMillis", "InitiatingHeapOccupancyPercent", "G1HeapRegionSize", "G1ReservePercent"];

    private static readonly string[] InMebibytes = ["G1HeapRegionSize", "MetaspaceSize"];

    /// <summary>Flags for which 0 means «left to the machine», so they are not passed.</summary>
    private static readonly string[] ZeroIsAutomatic = ["G1HeapRegionSize", "MetaspaceSize", "ParallelGCThreads"];

    /// <param name="settings">JVM settings by the catalogue's names; what is missing is as the start scripts have it.</param>
    /// <param name="gcLogFile">Where the collector logs; ten files of 10 MiB at most.</param>
    public static ImmutableSortedDictionary<string, string> Of(IReadOnlyDictionary<string, string> settings, string gcLogFile) =>
        ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal,
        [
            KeyValuePair.Create(Heap, HeapFlags(settings)),
            KeyValuePair.Create(Performance, string.Join(' ', PerformanceFlags(settings))),
            KeyValuePair.Create(GcLog, $"-Xlog:gc*:file={gcLogFile}:time,uptime,tags:filecount=10,filesize=10m"),
        ]);

    public static string HeapFlags(IReadOnlyDictionary<string, string> settings) =>
        $"-Xms{Value(settings, "heap")}m -Xmx{Value(settings, "heap")}m";

    public static ImmutableArray<string> PerformanceFlags(IReadOnlyDictionary<string, string> settings)
    {
        var collector = Value(settings, "gc")!;
        var flags = ImmutableArray.CreateBuilder<string>();
        flags.Add("-server");
        flags.Add($"-XX:+Use{collector}{(collector == "ZGC" ? string.Empty : "GC")}");
        foreach (var name in settings.Keys.Union(Defaults.Keys).Except(["heap", "gc"]).Order(StringComparer.Ordinal))
        {
            var value = Value(settings, name)!;
            if ((collector != "G1" && G1Only.Contains(name)) || (ZeroIsAutomatic.Contains(name) && value == "0"))
            {
                continue;
            }

            flags.Add(value switch
            {
                "true" => $"-XX:+{name}",
                "false" => $"-XX:-{name}",
                _ => string.Create(CultureInfo.InvariantCulture, $"-XX:{name}={value}{(InMebibytes.Contains(name) ? "m" : string.Empty)}"),
            });
        }

        // A broker without memory must die and say so; limping on, it would be measured.
        flags.Add("-XX:+ExitOnOutOfMemoryError");
        flags.Add("-Djava.awt.headless=true");
        return flags.ToImmutable();
    }

    private static string? Value(IReadOnlyDictionary<string, string> settings, string name) =>
        settings.GetValueOrDefault(name) ?? Defaults.GetValueOrDefault(name);
}
