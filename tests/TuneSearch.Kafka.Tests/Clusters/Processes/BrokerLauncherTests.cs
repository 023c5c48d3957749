using System.Collections.Immutable;
using System.Diagnostics;
using TuneSearch.Core.Clusters;
using TuneSearch.Kafka.Clusters.Processes;
using TuneSearch.Kafka.Planning;

namespace TuneSearch.Kafka.Tests.Clusters.Processes;

/// <summary>The scripts of a KRaft distribution are stood in for by ones that write down how they were called.</summary>
public sealed class BrokerLauncherTests : IDisposable
{
    private const string Format = """
        echo "$@" >>"$HERE/format.calls"; cat "$5" >>"$HERE/format.properties"
        dir=$(sed -n 's/^log.dirs=//p' "$5"); mkdir -p "$dir"; echo "cluster.id=$3" >"$dir/meta.properties"
        """;

    private const string Start = """
        echo "$KAFKA_HEAP_OPTS|$KAFKA_JVM_PERFORMANCE_OPTS|$KAFKA_GC_LOG_OPTS|$LOG_DIR|$1"
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("tunesearch-launch").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task EnsureEnsembleAsync_Kraft_FormatsEachBrokerOnceUnderOneClusterId()
    {
        var layout = Layout(3);
        await using var launcher = await LauncherAsync(layout, Format);

        await launcher.EnsureEnsembleAsync(default);
        await launcher.EnsureEnsembleAsync(default);

        // kafka-storage takes 16 bytes in base64 without padding (org.apache.kafka.common.Uuid); these spell «tunesearch009001».
        File.ReadAllLines(Path.Combine(_folder, "format.calls")).ShouldBe(
            layout.Select(broker => $"format -t dHVuZXNlYXJjaDAwOTAwMQ -c {broker.PropertiesFile}"));
        File.ReadAllLines(Path.Combine(_folder, "format.properties")).Where(line => line.StartsWith("node.id=") || line.StartsWith("controller.quorum.voters=")).Distinct().ShouldBe(
            ["controller.quorum.voters=1@127.0.0.1:9101,2@127.0.0.1:9102,3@127.0.0.1:9103", "node.id=1", "node.id=2", "node.id=3"]);
    }

    [Fact]
    public async Task EnsureEnsembleAsync_FormatThatFails_IsAFaultInItsWords()
    {
        await using var launcher = await LauncherAsync(Layout(1), "echo 'Invalid cluster.id in: meta.properties. Expected a, but read b'; exit 1");

        (await Should.ThrowAsync<ClusterFaultException>(() => launcher.EnsureEnsembleAsync(default))).Message
            .ShouldBe("kafka-storage format ended with exit code 1: Invalid cluster.id in: meta.properties. Expected a, but read b");
    }

    [Fact]
    public async Task EnsureEnsembleAsync_AfterTheFolderIsGone_FormatsAnew()
    {
        var layout = Layout(1);
        await using var launcher = await LauncherAsync(layout, Format);
        await launcher.EnsureEnsembleAsync(default);

        Directory.Delete(layout[0].Folder, recursive: true);
        await launcher.EnsureEnsembleAsync(default);

        File.ReadAllLines(Path.Combine(_folder, "format.calls")).Length.ShouldBe(2);
    }

    [Fact]
    public async Task Launch_Kraft_HandsOverItsFileItsHeapAndItsGcLog()
    {
        var layout = Layout(1);
        await using var launcher = await LauncherAsync(layout, Format);
        await launcher.EnsureEnsembleAsync(default);

        using var server = launcher.Launch(layout[0], new Dictionary<string, string> { ["queued.max.requests"] = "900", ["node.id"] = "9" }, new Dictionary<string, string> { ["heap"] = "300", ["gc"] = "ZGC" });
        await server.WaitForExitAsync(default);

        server.Output.TrimEnd().Split('|').ShouldBe(
        [
            "-Xms300m -Xmx300m",
            "-server -XX:+UseZGC -XX:+ExplicitGCInvokesConcurrent -XX:+ExitOnOutOfMemoryError -Djava.awt.headless=true",
            $"-Xlog:gc*:file={layout[0].GcLogFile}:time,uptime,tags:filecount=10,filesize=10m",
            layout[0].LogFolder,
            layout[0].PropertiesFile,
        ]);
        var properties = JavaLines(layout[0].PropertiesFile);
        (properties["queued.max.requests"], properties["node.id"], properties["process.roles"]).ShouldBe(("900", "1", "broker,controller"));
    }

    private static Dictionary<string, string> JavaLines(string file) => File.ReadAllLines(file).ToDictionary(line => line.Split('=')[0], line => line[(line.IndexOf('=') + 1)..]);

    private ImmutableArray<BrokerLayout> Layout(int brokers) =>
        [.. Enumerable.Range(1, brokers).Select(i => new BrokerLayout(i, Path.Combine(_folder, $"broker-{i}"), 9000 + i, 9100 + i))];

    private async Task<BrokerLauncher> LauncherAsync(ImmutableArray<BrokerLayout> layout, string format)
    {
        var home = Path.Combine(_folder, "kafka");
        Directory.CreateDirectory(Path.Combine(home, "libs"));
        await File.WriteAllTextAsync(Path.Combine(home, "libs", "kafka_2.13-3.9.1.jar"), string.Empty);
        await ScriptAsync(home, "kafka-storage.sh", format);
        await ScriptAsync(home, "kafka-server-start.sh", Start);
        var distribution = KafkaDistribution.Find(home).Distribution!;
        return new BrokerLauncher(distribution, _folder, layout, 9099, new ProcessClusterSpec { Brokers = layout.Length }, new HashSet<string>(), TimeProvider.System);
    }

    /// <summary>Written by a shell: a file that this process has open for writing may be held by any child it starts meanwhile, and cannot be run then.</summary>
    private async Task ScriptAsync(string home, string name, string body)
    {
        var file = Path.Combine(home, "bin", name);
        var start = new ProcessStartInfo("/bin/sh", ["-c", "mkdir -p \"${1%/*}\"; printf '%s\\n' '#!/bin/sh' \"HERE=$2\" \"$3\" >\"$1\"; chmod +x \"$1\"", "sh", file, _folder, body]);
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0);
    }
}
