using System.Collections.Immutable;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Workloads;
using TuneSearch.Kafka.Clusters.Embedded;
using TuneSearch.Kafka.Load;

namespace TuneSearch.Benchmarks.Load;

/// <summary>What full measurement costs: the engine's messages a second against a bare Produce loop, in turns on the same brokers.</summary>
public sealed class LoadBenchmark : IBenchmark
{
    private const double LeastRatio = 0.9;

    public string Name => "load";

    public string Summary => "messages a second of the load engine with full measurement against a bare produce loop (bound: 90 %)";

    public async Task<int> RunAsync(BenchmarkArguments arguments, CancellationToken cancellationToken)
    {
        var rounds = arguments.Number("rounds", 5);
        var seconds = arguments.Real("seconds", 3);
        var size = arguments.Number("size", 200);
        var all = new List<Rate[]>();
        Console.WriteLine($"{rounds} rounds of {seconds} s each way, {size} B messages, 1 mock broker, librdkafka's own settings, no readers");
        for (var round = 0; round <= rounds; round++)
        {
            // The order changes each round, so that a machine that slows down hurts all alike. Round 0 warms the code up.
            var order = round % 2 == 0 ? new[] { 0, 1, 2 } : [2, 1, 0];
            var rates = new Rate[3];
            foreach (var way in order)
            {
                rates[way] = way == 2
                    ? await EngineAsync(seconds, size, (ulong)round, cancellationToken)
                    : BareLoop.Measure(TimeSpan.FromSeconds(seconds), size, withReports: way == 0);
            }

            Console.WriteLine($"  {(round == 0 ? "warm-up" : $"round {round}"),-8} {Text("bare", rates[0])}   {Text("bare, no reports", rates[1])}   {Text("engine", rates[2])}   engine/bare {rates[2].Messages / rates[0].Messages:P0}");
            if (round > 0)
            {
                all.Add(rates);
            }
        }

        var ratio = Ratio(all, rate => rate.Messages, 0);
        Console.WriteLine($"ratio of medians, messages a second: engine / bare loop with delivery reports {ratio:P1} (bound {LeastRatio:P0}); / bare loop without {Ratio(all, rate => rate.Messages, 1):P1}");
        Console.WriteLine($"ratio of best rounds, which neighbours on the machine disturb least: {all.Max(rates => rates[2].Messages) / all.Max(rates => rates[0].Messages):P1}; {all.Max(rates => rates[2].Messages) / all.Max(rates => rates[1].Messages):P1}");
        Console.WriteLine($"ratio of medians, messages a second of processor time: {1 / Ratio(all, rate => rate.Microseconds, 0):P1}; {1 / Ratio(all, rate => rate.Microseconds, 1):P1}");
        return ratio >= LeastRatio ? 0 : 1;
    }

    private static async Task<Rate> EngineAsync(double seconds, int size, ulong seed, CancellationToken cancellationToken)
    {
        using var brokers = MockCluster.Start(1, TimeSpan.Zero);
        var profile = new Profile("p")
        {
            Arrivals = new ClosedLoop(BareLoop.QueueMessages), MessageSize = new FixedSize(size), ConsumerGroups = 0, PartitionsPerTopic = BareLoop.Partitions,
        };
        var episode = new Episode(seed, ImmutableSortedDictionary<string, double>.Empty.Add("p", 1), HeldOut: false)
        {
            Duration = TimeSpan.FromSeconds(seconds), MaxWarmUp = TimeSpan.FromMilliseconds(500),
        };
        var request = new LoadRequest(episode, [profile], ClientSettings.Defaults, "engine");
        var outcome = await new LoadEngine(TimeProvider.System, new LoadOptions()).RunAsync(MockTarget.Of(brokers, new SearchSpace("none", [])), request, cancellationToken);
        if (outcome is not Measured { Measurements: [var measurement] })
        {
            throw new InvalidOperationException(outcome.ToString());
        }

        var messages = measurement.Metrics[MetricNames.Throughput];
        return new Rate(messages, measurement.Telemetry["process_processors"] * 1e6 / messages);
    }

    private static string Text(string name, Rate rate) => $"{name} {rate.Messages,9:N0}/s {rate.Microseconds,5:0.00} us";

    private static double Ratio(List<Rate[]> rounds, Func<Rate, double> number, int bare) =>
        Median(rounds.Select(rates => number(rates[2]))) / Median(rounds.Select(rates => number(rates[bare])));

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
