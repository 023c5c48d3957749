using System.Globalization;
using TuneSearch.Core.Annealing;
using TuneSearch.Core.Randomness;

namespace TuneSearch.Benchmarks.Search;

/// <summary>Mixed spaces of 6 to 40 parameters with conditions and a constraint: our searchers beside random search.</summary>
public sealed class SpacesBenchmark : IBenchmark
{
    private static readonly int[] Budgets = [25, 50, 100];
    private const int Columns = 4;
    private const ulong EarlierSeeds = 1_000_000;

    public string Name => "spaces";

    public string Summary => "mixed spaces of 6 to 40 parameters against random search [--seeds 20] [--first 0] [--sizes 6,12,24,40] [--noise 0,0.05,0.2] [--threads 2]";

    public async Task<int> RunAsync(BenchmarkArguments arguments, CancellationToken cancellationToken)
    {
        var (first, seeds) = (arguments.Number("first", 0), arguments.Number("seeds", 20));
        var lost = 0;
        Console.WriteLine("Gap %: 0 is the best of 4,000 random draws, 100 their median; mean over seeds, each with a system of its own.");
        Console.WriteLine("| parameters | noise | trials | random search | plain annealing | surrogate | surrogate after an earlier job | broken laws or noiseless repeats |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (var size in arguments.Text("sizes", "6,12,24,40").Split(',').Select(s => int.Parse(s, CultureInfo.InvariantCulture)))
        {
            foreach (var noise in arguments.Text("noise", "0,0.05,0.2").Split(',').Select(s => double.Parse(s, CultureInfo.InvariantCulture)))
            {
                var gaps = new double[Columns, seeds, Budgets.Length];
                var wrong = 0;
                await Parallel.ForEachAsync(
                    Enumerable.Range(0, seeds), new ParallelOptions { MaxDegreeOfParallelism = arguments.Number("threads", 2), CancellationToken = cancellationToken }, (index, _) =>
                    {
                        var seed = (ulong)(first + index);
                        var system = new SyntheticSystem(size, seed);
                        ISearcherFactory[] searchers = [new RandomSearcherFactory(), new PlainAnnealerFactory(), new SearcherFactory(), new SearcherFactory()];
                        var (_, learned) = Play(system, new SearcherFactory(), seed + EarlierSeeds, noise, null, (_, _) => { });
                        for (var i = 0; i < searchers.Length; i++)
                        {
                            var (count, _) = Play(system, searchers[i], seed, noise, i == Columns - 1 ? learned : null, (budget, gap) => gaps[i, index, budget] = gap);
                            Interlocked.Add(ref wrong, i >= 2 ? count : 0);
                        }

                        return ValueTask.CompletedTask;
                    });
                for (var budget = 0; budget < Budgets.Length; budget++)
                {
                    double[] means = [.. Enumerable.Range(0, Columns).Select(i => Enumerable.Range(0, seeds).Average(index => gaps[i, index, budget]))];
                    lost += means[2] > means[0] || wrong > 0 ? 1 : 0;
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {size} | {noise:P0} | {Budgets[budget]} | {means[0]:F1} | {means[1]:F1} | {means[2]:F1} | {means[3]:F1} | {wrong} |"));
                }
            }
        }

        return lost == 0 ? 0 : 1;
    }

    /// <summary>How many proposals broke a law or repeated a noiseless measurement, and what was learned of the parameters.</summary>
    private static (int Wrong, Relevance? Learned) Play(SyntheticSystem system, ISearcherFactory factory, ulong seed, double noise, Relevance? relevance, Action<int, double> report)
    {
        var searcher = factory.Create(new SearchContext(system.Space, system.Space.Defaults, new AnnealingOptions(), seed, Budgets[^1]) { IsNoisy = noise > 0, Relevance = relevance });
        var random = CounterRandom.For(seed, "benchmark noise");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var wrong = 0;
        for (var trial = 1; trial <= Budgets[^1] && searcher.Ask() is { } proposal; trial++)
        {
            wrong += (!seen.Add(proposal.Configuration.Key) && noise == 0) || system.Space.FirstBroken(proposal.Configuration) is not null ? 1 : 0;
            searcher.Started(trial, proposal);
            searcher.Tell(trial, new Observation(system.Cost(proposal.Configuration) * (1 + (noise * random.NextGaussian()))));
            if (Array.IndexOf(Budgets, trial) is var budget and >= 0)
            {
                report(budget, system.Gap(searcher.Recommend()!.Configuration));
            }
        }

        return (wrong, searcher.Relevance);
    }
}
