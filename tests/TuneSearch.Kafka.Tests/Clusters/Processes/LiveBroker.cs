using System.Collections.Immutable;
using TuneSearch.Core.Clusters;
using TuneSearch.Kafka.Clusters.Kernel;
using TuneSearch.Kafka.Clusters.Processes;

namespace TuneSearch.Kafka.Tests.Clusters.Processes;

/// <summary>One broker without a cluster driver around it, in a folder of the test's choice.</summary>
internal sealed class LiveBroker : IAsyncDisposable
{
    private LiveBroker(ProcessBrokers brokers) => Brokers = brokers;

    public ProcessBrokers Brokers { get; }

    public static async Task<LiveBroker> StartAsync(string folder)
    {
        var distribution = KafkaDistribution.Find(Environment.GetEnvironmentVariable(KafkaDistribution.Variable)).Distribution!;
        var ports = FreePorts.Find(3);
        ImmutableArray<BrokerLayout> layout = [new BrokerLayout(1, Path.Combine(folder, "broker-1"), ports[0], ports[1])];
        var spec = new ProcessClusterSpec { StartTimeout = TimeSpan.FromMinutes(2) };
        var searched = new HashSet<string>();
        var launcher = new BrokerLauncher(distribution, folder, layout, ports[2], spec, searched, TimeProvider.System);
        var live = new LiveBroker(new ProcessBrokers(launcher, layout, spec, new KernelSettings([]), searched, [], TimeProvider.System));
        await live.Brokers.StartStoppedAsync([], default);
        return live;
    }

    public ValueTask DisposeAsync() => Brokers.DisposeAsync();
}
