using System.Diagnostics;
using System.Globalization;
using TuneSearch.Core.Annealing;

namespace TuneSearch.Benchmarks.Search;

/// <summary>How long a proposal takes on a large mixed space, the model's upkeep included.</summary>
public sealed class ProposalsBenchmark : IBenchmark
{
    private const double MeanBound = 5;
    private const double LargestBound = 20;

    public string Name => "proposals";

    public string Summary => "time of a proposal and of a recommendation [--parameters 50] [--trials 500]";

    public Task<int> RunAsync(BenchmarkArguments arguments, CancellationToken cancellationToken)
    {
        var trials = arguments.Number("trials", 500);
        var system = new SyntheticSystem(arguments.Number("parameters", 50), 1);
        var searcher = new SearcherFactory().Create(new SearchContext(system.Space, system.Space.Defaults, new AnnealingOptions(), 1, trials));
        var times = new List<double>();
        for (var trial = 1; trial <= trials; trial++)
        {
            var start = Stopwatch.GetTimestamp();
            var proposal = searcher.Ask()!;
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            searcher.Started(trial, proposal);
            searcher.Tell(trial, new Observation(system.Cost(proposal.Configuration)));
        }

        Console.WriteLine("| trials so far | mean ms | 95th percentile ms | largest ms |");
        Console.WriteLine("|---|---|---|---|");
        for (var from = 0; from < trials; from += 100)
        {
            var part = times.Skip(from).Take(100).Order().ToArray();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"| {from}–{from + part.Length} | {part.Average():F2} | {part[(int)(0.95 * (part.Length - 1))]:F2} | {part[^1]:F2} |"));
        }

        var last = times.Skip(Math.Max(0, trials - 100)).ToArray();
        var holds = last.Average() < MeanBound && last.Order().ElementAt((int)(0.95 * last.Length)) < LargestBound;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(holds ? "Within" : "Beyond")} the bounds for the last hundred: mean {MeanBound} ms, 95th percentile {LargestBound} ms."));
        return Task.FromResult(holds ? 0 : 1);
    }
}
