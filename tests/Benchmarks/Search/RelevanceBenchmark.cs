using System.Globalization;
using TuneSearch.Core.Annealing;

namespace TuneSearch.Benchmarks.Search;

/// <summary>What it brings to know what an earlier job learned of the parameters, and what it costs where that job was misleading.</summary>
public sealed class RelevanceBenchmark : IBenchmark
{
    /// <summary>Added to the seed for the earlier job, which so sees neither the later one's start nor its noise.</summary>
    private const ulong EarlierSeeds = 1_000_000;

    public string Name => "relevance";

    public string Summary => "the landscapes after an earlier job on the same system [--seeds 60] [--first 0] [--trials 50] [--earlier 60] [--noise 0,0.05] [--unsaid] [--landscapes DIR] [--threads 2]";

    public async Task<int> RunAsync(BenchmarkArguments arguments, CancellationToken cancellationToken)
    {
        if (LandscapeFiles.Find(arguments.Text("landscapes", string.Empty)) is not { } folder)
        {
            Console.WriteLine("There is no shared/landscapes here or above, so there is nothing to run on; name the folder with --landscapes DIR.");
            return 3;
        }

        var all = LandscapeFiles.Read(folder);
        Landscape[] landscapes = [.. all.Select(l => l.Landscape)];
        Landscape[] pairs = [.. landscapes.Where(l => OtherObjective(landscapes, l) is not null)];
        await PrintAsync("the core landscapes", [.. all.Where(l => l.IsCore).Select(l => l.Landscape)], arguments, cancellationToken);
        await PrintAsync("the other landscapes", [.. all.Where(l => !l.IsCore).Select(l => l.Landscape)], arguments, cancellationToken);
        await PrintAsync("the landscapes that were measured for two objectives", pairs, arguments, cancellationToken, l => OtherObjective(landscapes, l)!);
        return 0;
    }

    private static async Task PrintAsync(string set, Landscape[] landscapes, BenchmarkArguments arguments, CancellationToken cancellationToken, Func<Landscape, Landscape>? other = null)
    {
        var trials = arguments.Number("trials", 50);
        var earlier = arguments.Number("earlier", 60);
        int[] budgets = [.. Enumerable.Range(0, LandscapeScore.Budgets.Length).Where(b => LandscapeScore.Budgets[b] <= trials)];
        double[] noises = [.. arguments.Text("noise", "0,0.05").Split(',').Select(n => double.Parse(n, CultureInfo.InvariantCulture))];
        Console.WriteLine($"\nMean regret % over {set}; in brackets paired differences to the first row. The earlier job had {earlier} trials.");
        Console.WriteLine("| known beforehand |" + string.Concat(noises.SelectMany(n => budgets.Select(b => string.Create(CultureInfo.InvariantCulture, $" noise {n:P0} @{LandscapeScore.Budgets[b]} |")))));
        Console.WriteLine("|---|" + string.Concat(Enumerable.Repeat("---|", noises.Length * budgets.Length)));
        (string Name, Func<Landscape, ulong, RunPlan, Relevance?> Earlier)[] rows =
        [
            ("nothing", (_, _, _) => null),
            ("relevance, from a job on the same landscape", (l, seed, plan) => Learned(l, seed, plan, earlier)),
            .. other is null ? [] : new (string, Func<Landscape, ulong, RunPlan, Relevance?>)[] { ("relevance, from a job for the other objective", (l, seed, plan) => Learned(other(l), seed, plan, earlier)) },
            ("relevance, its parameters the wrong way round", (l, seed, plan) => WrongRelevance.From(Learned(l, seed, plan, earlier))),
        ];
        var first = new Dictionary<double, LandscapeScore[]>();
        foreach (var (name, relevance) in rows)
        {
            var row = $"| {name} |";
            foreach (var noise in noises)
            {
                var plan = RunPlan.From(arguments, noise, trials) with { Seeds = arguments.Number("seeds", 60) };
                var scores = await LandscapeRuns.RunAsync(landscapes, new SearcherFactory(), new AnnealingOptions(), plan, cancellationToken, (l, seed) => relevance(l, seed, plan));
                first.TryAdd(noise, scores);
                row += string.Concat(budgets.Select(b => Cell(scores, first[noise], b)));
            }

            Console.WriteLine(row);
        }
    }

    private static string Cell(LandscapeScore[] scores, LandscapeScore[] first, int budget)
    {
        var mean = scores.Average(s => s.Mean(budget));
        if (ReferenceEquals(scores, first))
        {
            return string.Create(CultureInfo.InvariantCulture, $" {mean:F2} ± {Math.Sqrt(scores.Sum(s => s.VarianceOfMean(budget))) / scores.Length:F2} |");
        }

        var differences = scores.Zip(first, (score, before) => score.Less(before)).ToArray();
        return string.Create(
            CultureInfo.InvariantCulture,
            $" {mean:F2} ({differences.Average(s => s.Mean(budget)):+0.0;-0.0;0.0} ± {Math.Sqrt(differences.Sum(s => s.VarianceOfMean(budget))) / differences.Length:F1}) |");
    }

    private static Relevance? Learned(Landscape landscape, ulong seed, RunPlan plan, int trials)
    {
        var searcher = new SearcherFactory().Create(new SearchContext(landscape.Space, landscape.Space.Defaults, new AnnealingOptions(), seed + EarlierSeeds, trials)
        {
            IsNoisy = plan is { IsNoiseSaid: true, Noise: > 0 },
        });
        SearchRun.Play(landscape, searcher, seed + EarlierSeeds, plan with { Trials = trials }, (_, _) => { });
        return searcher.Relevance;
    }

    /// <summary>The landscape of the same configurations, measured for throughput where this one is of latency, or the other way round.</summary>
    private static Landscape? OtherObjective(IReadOnlyList<Landscape> landscapes, Landscape one) =>
        landscapes.FirstOrDefault(l => l != one && l.Name.LastIndexOf('-') is > 0 and var at && one.Name.LastIndexOf('-') == at && l.Name[..at] == one.Name[..at]);
}
