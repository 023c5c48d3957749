using System.Globalization;
using TuneSearch.Core.Annealing;
using TuneSearch.Core.Randomness;

namespace TuneSearch.Benchmarks.Search;

/// <summary>How the time to an answer falls with the number of test clusters, in simulated time: a trial takes 0.8 to 1.2 units, seeded.</summary>
public sealed class WalkersBenchmark : IBenchmark
{
    private const double Exponent = 0.7;
    private const double TargetGap = 15;
    private const int MostTrials = 200;

    public string Name => "walkers";

    public string Summary => "simulated time to an answer of 15 % gap with 1, 2, 4 and 8 clusters [--seeds 30] [--parameters 12] [--threads 2]";

    public async Task<int> RunAsync(BenchmarkArguments arguments, CancellationToken cancellationToken)
    {
        var seeds = arguments.Number("seeds", 30);
        var parameters = arguments.Number("parameters", 12);
        var alone = 0.0;
        var holds = true;
        Console.WriteLine("| clusters | mean time to the answer | speed-up | k^0.7 |");
        Console.WriteLine("|---|---|---|---|");
        foreach (var clusters in new[] { 1, 2, 4, 8 })
        {
            var times = new double[seeds];
            await Parallel.ForEachAsync(
                Enumerable.Range(0, seeds), new ParallelOptions { MaxDegreeOfParallelism = arguments.Number("threads", 2), CancellationToken = cancellationToken }, (seed, _) =>
                {
                    times[seed] = TimeToTarget(new SyntheticSystem(parameters, (ulong)seed), clusters, (ulong)seed);
                    return ValueTask.CompletedTask;
                });
            var mean = times.Average();
            alone = clusters == 1 ? mean : alone;
            var wanted = Math.Pow(clusters, Exponent);
            holds &= alone / mean >= wanted;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {clusters} | {mean:F1} | {alone / mean:F2} | {wanted:F2} |"));
        }

        return holds ? 0 : 1;
    }

    /// <summary>When a measured configuration first lies within the target; the whole budget's time where none does.</summary>
    private static double TimeToTarget(SyntheticSystem system, int clusters, ulong seed)
    {
        var context = new SearchContext(system.Space, system.Space.Defaults, new AnnealingOptions { Walkers = clusters }, seed, MostTrials) { Parallel = clusters };
        var searcher = new SearcherFactory().Create(context);
        var running = new PriorityQueue<(int Trial, Proposal Proposal), double>();
        var random = CounterRandom.For(seed, "durations");
        var now = 0.0;
        var trial = 0;
        while (true)
        {
            while (running.Count < clusters && trial < MostTrials && searcher.Ask() is { } proposal)
            {
                searcher.Started(++trial, proposal);
                running.Enqueue((trial, proposal), now + 0.8 + (0.4 * random.NextDouble()));
            }

            if (!running.TryDequeue(out var ended, out now))
            {
                return now;
            }

            searcher.Tell(ended.Trial, new Observation(system.Cost(ended.Proposal.Configuration)));
            if (system.Gap(ended.Proposal.Configuration) <= TargetGap)
            {
                return now;
            }
        }
    }
}
