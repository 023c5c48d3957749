using System.Collections.Immutable;
using System.Globalization;
using System.Net.Sockets;
using TuneSearch.Core.Clusters;
using TuneSearch.Kafka.Planning;

namespace TuneSearch.Kafka.Clusters.Processes;

/// <summary>Starts the processes of one run: ZooKeeper where the version needs it, and brokers.</summary>
internal sealed class BrokerLauncher(
    KafkaDistribution distribution, string folder, ImmutableArray<BrokerLayout> layout, int zookeeperPort, ProcessClusterSpec spec, IReadOnlySet<string> searched, TimeProvider clock)
    : IAsyncDisposable
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(100);

    /// <summary>Settings that place the brokers; they are this class's to write, whatever a broker reports of its file.</summary>
    private static readonly string[] OwnSettings =
    [
        "broker.id", "node.id", "process.roles", "listeners", "advertised.listeners", "zookeeper.connect", "log.dirs", "log.dir",
        "controller.quorum.voters", "controller.listener.names", "listener.security.protocol.map", "inter.broker.listener.name",
    ];

    private ServerProcess? _zookeeper;

    public static bool IsOwn(string setting) => OwnSettings.Contains(setting);

    /// <summary>What brokers need before the first of them starts: ZooKeeper, or formatted storage for KRaft.</summary>
    public async Task EnsureEnsembleAsync(CancellationToken cancellationToken)
    {
        if (distribution.UsesKraft)
        {
            foreach (var broker in layout.Where(b => !File.Exists(Path.Combine(b.DataFolder, "meta.properties"))))
            {
                await FormatAsync(broker, cancellationToken);
            }
        }
        else if (_zookeeper is null or { HasExited: true })
        {
            await StartZookeeperAsync(cancellationToken);
        }
    }

    public ServerProcess Launch(BrokerLayout broker, IReadOnlyDictionary<string, string> properties, IReadOnlyDictionary<string, string> jvm)
    {
        WriteProperties(broker, properties);
        var environment = JvmEnvironment.Of(jvm, broker.GcLogFile).Append(KeyValuePair.Create("LOG_DIR", broker.LogFolder));
        return ServerProcess.Start([distribution.Script("kafka-server-start.sh"), broker.PropertiesFile], environment, broker.OutputFile, spec.Processors, spec.Niceness);
    }

    /// <summary>Forgets everything that ZooKeeper knew.</summary>
    public async Task ResetAsync()
    {
        if (_zookeeper is { } zookeeper)
        {
            await zookeeper.KillAsync();
            zookeeper.Dispose();
            _zookeeper = null;
            Directory.Delete(Path.Combine(folder, "zookeeper"), recursive: true);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_zookeeper is { } zookeeper)
        {
            await zookeeper.StopAsync(spec.StopGrace, clock);
            zookeeper.Dispose();
        }
    }

    private void WriteProperties(BrokerLayout broker, IReadOnlyDictionary<string, string> properties)
    {
        Directory.CreateDirectory(broker.LogFolder);
        var zookeeper = distribution.UsesKraft ? null : string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{zookeeperPort}");
        File.WriteAllText(broker.PropertiesFile, ServerProperties.Render(broker, layout, zookeeper, properties, searched));
    }

    /// <summary>All of a run's brokers carry one cluster id, which is any 16 bytes in base64.</summary>
    private async Task FormatAsync(BrokerLayout broker, CancellationToken cancellationToken)
    {
        WriteProperties(broker, ImmutableDictionary<string, string>.Empty);
        var clusterId = Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"tunesearch{layout[0].Port,6:D6}"))).TrimEnd('=');
        var output = Path.Combine(broker.Folder, "format.log");
        using var format = ServerProcess.Start(
            [distribution.Script("kafka-storage.sh"), "format", "-t", clusterId, "-c", broker.PropertiesFile], [KeyValuePair.Create("LOG_DIR", broker.LogFolder)], output);
        await WaitForAsync(() => format.HasExited, "kafka-storage format", cancellationToken);
        if (!File.Exists(Path.Combine(broker.DataFolder, "meta.properties")))
        {
            throw new ClusterFaultException($"kafka-storage format {format.DescribeExit()}: {LastWords.In(format.Output).Line ?? format.Output.Trim()}");
        }
    }

    private async Task StartZookeeperAsync(CancellationToken cancellationToken)
    {
        var home = Path.Combine(folder, "zookeeper");
        Directory.CreateDirectory(home);
        var properties = Path.Combine(home, "zookeeper.properties");
        await File.WriteAllTextAsync(
            properties,
            string.Create(CultureInfo.InvariantCulture, $"dataDir={Path.Combine(home, "data")}\nclientPort={zookeeperPort}\nclientPortAddress=127.0.0.1\nadmin.enableServer=false\nmaxClientCnxns=0\n"),
            cancellationToken);
        _zookeeper?.Dispose();
        _zookeeper = ServerProcess.Start(
            [distribution.Script("zookeeper-server-start.sh"), properties],
            [KeyValuePair.Create("LOG_DIR", Path.Combine(home, "logs")), KeyValuePair.Create(JvmEnvironment.Heap, "-Xms64m -Xmx256m")],
            Path.Combine(home, "output.log"));
        var started = _zookeeper;
        await WaitForAsync(
            () => started.HasExited
                ? throw new ClusterFaultException($"ZooKeeper {started.DescribeExit()}: {LastWords.In(started.Output).Line ?? "it said nothing"}")
                : Answers(zookeeperPort),
            "ZooKeeper",
            cancellationToken);
    }

    private async Task WaitForAsync(Func<bool> isDone, string what, CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        while (!isDone())
        {
            if (clock.GetElapsedTime(start) >= spec.StartTimeout)
            {
                throw new ClusterFaultException($"{what} was not ready within {spec.StartTimeout.TotalSeconds:0} s; give it longer by cluster.startTimeout, or look at the machine's load.");
            }

            await Task.Delay(PollInterval, clock, cancellationToken);
        }
    }

    private static bool Answers(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Connect("127.0.0.1", port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
