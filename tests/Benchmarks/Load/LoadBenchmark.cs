using System.Collections.Immutable;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Workloads;
using TuneSearch.Kafka.Clusters.Embedded;
using TuneSearch.Kafka.Load;

namespace TuneSearch.Benchmarks.Load;

/// <summary>What full measurement costs: the engine's messages a second against bare Produce loops, in turns on the same kind of brokers.</summary>
public sealed class LoadBenchmark : IBenchmark
{
    private const double LeastRatio = 0.9;
    private const int Engine = 3;

    private static readonly string[] Ways = ["bare, handler", "bare, no handler", "bare, no reports", "engine", "engine and readers"];

    /// <summary>A comparison in turns, on whatever machine: neighbours disturb all ways alike.</summary>
    private static readonly LoadOptions AnyNeighbours = new() { Limits = new() { StolenTime = 1, TakenTime = 1 } };

    public string Name => "load";

    public string Summary => "messages a second of the load engine with full measurement against bare produce loops (bound: 90 % of each)";

    public async Task<int> RunAsync(BenchmarkArguments arguments, CancellationToken cancellationToken)
    {
        var rounds = arguments.Number("rounds", 5);
        var seconds = arguments.Real("seconds", 3);
        var size = arguments.Number("size", 200);
        var all = new List<Rate[]>();
        Console.WriteLine($"{rounds} rounds of {seconds} s each way, {size} B messages, 1 mock broker, librdkafka's own settings; messages a second and processor time a message, mock broker included");
        Console.WriteLine($"  {"",-8} {string.Join("  ", Ways.Select(way => $"{way,20}"))}");
        for (var round = 0; round <= rounds; round++)
        {
            // The order changes each round, so that a machine that slows down hurts all alike. Round 0 warms the code up.
            var order = Enumerable.Range(0, Ways.Length);
            var rates = new Rate[Ways.Length];
            foreach (var way in round % 2 == 0 ? order : order.Reverse())
            {
                rates[way] = way < Engine
                    ? BareLoop.Measure(TimeSpan.FromSeconds(seconds), size, (BareReports)way)
                    : await EngineAsync(seconds, size, (ulong)round, groups: way - Engine, cancellationToken);
            }

            Console.WriteLine($"  {(round == 0 ? "warm-up" : $"round {round}"),-8} {string.Join("  ", rates.Select(rate => $"{rate.Messages,11:N0} {rate.Microseconds,5:0.00} us"))}");
            if (round > 0)
            {
                all.Add(rates);
            }
        }

        var ratios = Enumerable.Range(0, Engine).Select(bare => Ratio(all, rate => rate.Messages, Engine, bare)).ToArray();
        Console.WriteLine($"engine / {string.Join("; / ", Ways.Take(Engine).Select((way, bare) => $"{way} {ratios[bare]:P0}"))} of the messages a second, median of the rounds' ratios (bound {LeastRatio:P0})");
        Console.WriteLine($"engine / {string.Join("; / ", Ways.Take(Engine).Select((way, bare) => $"{way} {1 / Ratio(all, rate => rate.Microseconds, Engine, bare):P0}"))} of the messages a second of processor time, likewise");
        Console.WriteLine($"engine with a group of readers beside it, which take their share of the processors: {string.Join("; / ", Ways.Take(Engine).Select((way, bare) => $"{way} {Ratio(all, rate => rate.Messages, Engine + 1, bare):P0}"))} (no bound)");
        return ratios.Min() >= LeastRatio ? 0 : 1;
    }

    private static async Task<Rate> EngineAsync(double seconds, int size, ulong seed, int groups, CancellationToken cancellationToken)
    {
        using var brokers = MockCluster.Start(1, TimeSpan.Zero);
        var profile = new Profile("p")
        {
            Arrivals = new ClosedLoop(BareLoop.QueueMessages), MessageSize = new FixedSize(size), ConsumerGroups = groups, PartitionsPerTopic = BareLoop.Partitions,
        };
        var episode = new Episode(seed, ImmutableSortedDictionary<string, double>.Empty.Add("p", 1), HeldOut: false)
        {
            Duration = TimeSpan.FromSeconds(seconds), MaxWarmUp = TimeSpan.FromMilliseconds(500),
        };

        // The mock answers an empty fetch only after the whole wait.
        var settings = ClientSettings.Defaults with { Consumer = ClientSettings.Defaults.Consumer.Add("fetch.wait.max.ms", "10") };
        var request = new LoadRequest(episode, [profile], settings, "engine");
        var outcome = await new LoadEngine(TimeProvider.System, AnyNeighbours).RunAsync(MockTarget.Of(brokers, new SearchSpace("none", [])), request, cancellationToken);
        if (outcome is not Measured { Measurements: [var measurement] })
        {
            throw new InvalidOperationException(outcome.ToString());
        }

        var messages = measurement.Metrics[MetricNames.Throughput];
        return new Rate(messages, measurement.Telemetry[ClientTelemetryNames.Process] * 1e6 / messages);
    }

    private static double Ratio(List<Rate[]> rounds, Func<Rate, double> number, int way, int bare)
    {
        var sorted = rounds.Select(rates => number(rates[way]) / number(rates[bare])).Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
