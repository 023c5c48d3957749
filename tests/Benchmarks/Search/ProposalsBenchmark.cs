using System.Diagnostics;
using System.Globalization;
using TuneSearch.Core.Annealing;

namespace TuneSearch.Benchmarks.Search;

/// <summary>How long a proposal takes on a large mixed space, the model's upkeep included.</summary>
public sealed class ProposalsBenchmark : IBenchmark
{
    private const int TrialsBeforeTiming = 40;
    private const double MeanBound = 5;

    public string Name => "proposals";

    public string Summary => "time of a proposal and of a recommendation [--parameters 50] [--trials 500]";

    public Task<int> RunAsync(BenchmarkArguments arguments, CancellationToken cancellationToken)
    {
        var trials = arguments.Number("trials", 500);
        var system = new SyntheticSystem(arguments.Number("parameters", 50), 1);
        Play(system, TrialsBeforeTiming);
        var (times, processor) = Play(system, trials);
        Console.WriteLine("| trials so far | mean ms | 95th percentile ms | largest ms | processor ms, mean |");
        Console.WriteLine("|---|---|---|---|---|");
        for (var from = 0; from < trials; from += 100)
        {
            var part = times.Skip(from).Take(100).Order().ToArray();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {from}–{from + part.Length} | {part.Average():F2} | {part[(int)(0.95 * (part.Length - 1))]:F2} | {part[^1]:F2} | {processor.Skip(from).Take(100).Average():F2} |"));
        }

        var last = processor.Skip(Math.Max(0, trials - 100)).Average();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The last hundred took {last:F2} ms of processor time each; the bound is {MeanBound} ms (elapsed time on a busy machine is longer)."));
        return Task.FromResult(last < MeanBound ? 0 : 1);
    }

    private static (List<double> Elapsed, List<double> Processor) Play(SyntheticSystem system, int trials)
    {
        var searcher = new SearcherFactory().Create(new SearchContext(system.Space, system.Space.Defaults, new AnnealingOptions(), 1, trials));
        var elapsed = new List<double>();
        var processor = new List<double>();
        using var self = Process.GetCurrentProcess();
        for (var trial = 1; trial <= trials; trial++)
        {
            self.Refresh();
            var (start, before) = (Stopwatch.GetTimestamp(), self.UserProcessorTime);
            var proposal = searcher.Ask()!;
            elapsed.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            self.Refresh();
            processor.Add((self.UserProcessorTime - before).TotalMilliseconds);
            searcher.Started(trial, proposal);
            searcher.Tell(trial, new Observation(system.Cost(proposal.Configuration)));
        }

        return (elapsed, processor);
    }
}
