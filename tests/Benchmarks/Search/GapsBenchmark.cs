using System.Globalization;
using TuneSearch.Core.Annealing;

namespace TuneSearch.Benchmarks.Search;

/// <summary>Made-up tables with gaps: the search, the search that ignores plateaus, and random search, with the same seeds and the same noise.</summary>
public sealed class GapsBenchmark : IBenchmark
{
    public string Name => "gaps";

    public string Summary => "made-up tables where the nearest row answers for most configurations [--tables 24] [--first-table 0] [--seeds 6] [--first 0] [--trials 100] [--noise 0,0.05] [--threads 2]";

    public async Task<int> RunAsync(BenchmarkArguments arguments, CancellationToken cancellationToken)
    {
        Landscape[] tables = [.. Enumerable.Range(arguments.Number("first-table", 0), arguments.Number("tables", 24)).Select(MadeUpTables.Create)];
        var trials = arguments.Number("trials", 100);
        int[] budgets = [.. Enumerable.Range(0, LandscapeScore.Budgets.Length).Where(b => LandscapeScore.Budgets[b] <= trials)];
        Console.WriteLine($"Mean regret % over {tables.Length} made-up tables ± standard error (number of tables on which random search is better).");
        Console.WriteLine("| noise | search |" + string.Concat(budgets.Select(b => $" @{LandscapeScore.Budgets[b]} |")));
        Console.WriteLine("|---|---|" + string.Concat(budgets.Select(_ => "---|")));
        foreach (var noise in arguments.Text("noise", "0,0.05").Split(',').Select(n => double.Parse(n, CultureInfo.InvariantCulture)))
        {
            var plan = RunPlan.From(arguments, noise, trials) with { Seeds = arguments.Number("seeds", 6) };
            var byChance = await LandscapeRuns.RunAsync(tables, new RandomSearcherFactory(), new AnnealingOptions(), plan, cancellationToken);
            Print("defaults", await LandscapeRuns.RunAsync(tables, new SearcherFactory(), new AnnealingOptions(), plan, cancellationToken));
            Print("plateaus: ignored", await LandscapeRuns.RunAsync(tables, new SearcherFactory(), new AnnealingOptions { Plateaus = "ignored" }, plan, cancellationToken));
            Print("random search", byChance);

            void Print(string name, LandscapeScore[] scores) =>
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {noise:P0} | {name} |") + string.Concat(budgets.Select(b => string.Create(
                    CultureInfo.InvariantCulture,
                    $" {scores.Average(s => s.Mean(b)):F1} ± {Math.Sqrt(scores.Sum(s => s.VarianceOfMean(b))) / scores.Length:F1} ({scores.Zip(byChance).Count(pair => pair.First.Mean(b) > pair.Second.Mean(b))}) |"))));
        }

        return 0;
    }
}
