using System.Globalization;
using TuneSearch.Core.Annealing;

namespace TuneSearch.Benchmarks.Search;

/// <summary>What each ingredient brings: the defaults, and the defaults with one ingredient exchanged.</summary>
public sealed class AblationBenchmark : IBenchmark
{
    private static readonly (string Name, AnnealingOptions Options)[] Variants =
    [
        ("defaults", new AnnealingOptions()),
        ("start: random", new AnnealingOptions { Start = "random" }),
        ("acquisition: improvement", new AnnealingOptions { Acquisition = "improvement" }),
        ("acquisition: confidence-bound", new AnnealingOptions { Acquisition = "confidence-bound" }),
        ("acquisition: thompson", new AnnealingOptions { Acquisition = "thompson" }),
        ("candidates: random", new AnnealingOptions { Candidates = "random" }),
        ("reheat: never", new AnnealingOptions { Reheat = "never" }),
        ("ambition: none", new AnnealingOptions { Ambition = "none" }),
        ("levels: listed", new AnnealingOptions { Levels = "listed" }),
        ("relevance: normal", new AnnealingOptions { Relevance = "normal" }),
        ("plateaus: ignored", new AnnealingOptions { Plateaus = "ignored" }),
        ("scale: linear", new AnnealingOptions { Scale = "linear" }),
        ("recommend: smoothed", new AnnealingOptions { Recommend = "smoothed" }),
        ("recommend: measured", new AnnealingOptions { Recommend = "measured" }),
        ("searcher: plain", new AnnealingOptions { Searcher = "plain" }),
    ];

    public string Name => "ablation";

    public string Summary => "the landscapes with one ingredient exchanged at a time [--seeds 30] [--first 0] [--trials 100] [--noise 0,0.05] [--set core|all] [--rows NAME;NAME] [--unsaid] [--landscapes DIR] [--threads 2]";

    public async Task<int> RunAsync(BenchmarkArguments arguments, CancellationToken cancellationToken)
    {
        if (LandscapeFiles.Find(arguments.Text("landscapes", string.Empty)) is not { } folder)
        {
            Console.WriteLine("There is no shared/landscapes here or above, so there is nothing to run on; name the folder with --landscapes DIR.");
            return 3;
        }

        var landscapes = LandscapeFiles.Read(folder).Where(l => l.IsCore || arguments.Text("set", "all") == "all").Select(l => l.Landscape).ToArray();
        var trials = arguments.Number("trials", 100);
        var budgets = Enumerable.Range(0, LandscapeScore.Budgets.Length).Where(b => LandscapeScore.Budgets[b] <= trials).ToArray();
        var noises = arguments.Text("noise", "0,0.05").Split(',').Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        Console.WriteLine($"Mean regret % over {landscapes.Length} landscapes.");
        Console.WriteLine("| ingredient |" + string.Concat(noises.SelectMany(n => budgets.Select(b => string.Create(CultureInfo.InvariantCulture, $" noise {n:P0} @{LandscapeScore.Budgets[b]} |")))));
        Console.WriteLine("|---|" + string.Concat(Enumerable.Repeat("---|", noises.Length * budgets.Length)));
        var rows = arguments.Text("rows", string.Empty).Split(';', StringSplitOptions.RemoveEmptyEntries);
        foreach (var (name, options) in Variants.Where(v => rows.Length == 0 || rows.Contains(v.Name, StringComparer.Ordinal)))
        {
            var row = $"| {name} |";
            foreach (var noise in noises)
            {
                var scores = await LandscapeRuns.RunAsync(landscapes, new SearcherFactory(), options, RunPlan.From(arguments, noise, trials), cancellationToken);
                row += string.Concat(budgets.Select(b => string.Create(
                    CultureInfo.InvariantCulture, $" {scores.Average(s => s.Mean(b)):F2} ± {Math.Sqrt(scores.Sum(s => s.VarianceOfMean(b))) / scores.Length:F2} |")));
            }

            Console.WriteLine(row);
        }

        return 0;
    }
}
