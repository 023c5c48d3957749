using System.Globalization;
using TuneSearch.Core.Annealing;

namespace TuneSearch.Benchmarks.Search;

/// <summary>Landscapes × seeds × budgets, beside what well-known optimisers reached.</summary>
public sealed class LandscapesBenchmark : IBenchmark
{
    public string Name => "landscapes";

    public string Summary => "regret on measured landscapes beside the peers' [--seeds 30] [--budgets 25,50,100,200] [--noise 0,0.05] [--set core|all|NAME,…] [--acquisition NAME] [--landscapes DIR] [--threads 2]";

    public async Task<int> RunAsync(BenchmarkArguments arguments, CancellationToken cancellationToken)
    {
        if (LandscapeFiles.Find(arguments.Text("landscapes", string.Empty)) is not { } folder)
        {
            Console.WriteLine("There is no shared/landscapes here or above, so there is nothing to run on; name the folder with --landscapes DIR.");
            return 3;
        }

        var set = arguments.Text("set", "all");
        var landscapes = LandscapeFiles.Read(folder).Where(l => set == "all" || (set == "core" && l.IsCore) || set.Split(',').Contains(l.Landscape.Name)).ToArray();
        var seeds = arguments.Number("seeds", 30);
        var trials = arguments.Text("budgets", "25,50,100,200").Split(',').Max(b => int.Parse(b, CultureInfo.InvariantCulture));
        var defaults = new AnnealingOptions();
        var options = defaults with { Acquisition = arguments.Text("acquisition", defaults.Acquisition) };
        var peers = PeerFigures.Read(folder);
        var isBelow = true;
        foreach (var noise in arguments.Text("noise", "0,0.05").Split(',').Select(n => double.Parse(n, CultureInfo.InvariantCulture)))
        {
            var scores = await LandscapeRuns.RunAsync([.. landscapes.Select(l => l.Landscape)], options, seeds, noise, trials, arguments.Number("threads", 2), cancellationToken);
            isBelow &= Print(landscapes, scores, peers, seeds, noise, trials);
        }

        return isBelow ? 0 : 1;
    }

    private static bool Print((Landscape Landscape, bool IsCore)[] landscapes, LandscapeScore[] scores, PeerFigures? peers, int seeds, double noise, int trials)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nnoise {noise:P0}, {seeds} seeds: mean regret % ± standard error (best peer with as many trials or fewer, random search)"));
        Console.WriteLine("| landscape |" + string.Concat(Budgets(trials).Select(b => $" @{LandscapeScore.Budgets[b]} |")));
        Console.WriteLine("|---|" + string.Concat(Budgets(trials).Select(_ => "---|")));
        for (var i = 0; i < landscapes.Length; i++)
        {
            var (row, score) = (i, scores[i]);
            Console.WriteLine($"| {landscapes[i].Landscape.Name} |" + string.Concat(Budgets(trials).Select(b =>
                Cell(score.Mean(b), Math.Sqrt(score.VarianceOfMean(b)), peers, landscapes[row].Landscape.Name, noise > 0, b))));
        }

        var core = Enumerable.Range(0, landscapes.Length).Where(i => landscapes[i].IsCore).Select(i => scores[i]).ToArray();
        if (core.Length == 0)
        {
            return true;
        }

        var isBelow = true;
        Console.WriteLine("| **mean of the core landscapes** |" + string.Concat(Budgets(trials).Select(b =>
        {
            var error = Math.Sqrt(core.Sum(s => s.VarianceOfMean(b))) / core.Length;
            var mean = core.Average(s => s.Mean(b));
            isBelow &= peers?.Best(string.Empty, noise > 0, LandscapeScore.Budgets[b]) is not { } peer || mean + error < peer.Regret;
            return Cell(mean, error, peers, string.Empty, noise > 0, b);
        })));
        return isBelow;
    }

    private static IEnumerable<int> Budgets(int trials) => Enumerable.Range(0, LandscapeScore.Budgets.Length).Where(b => LandscapeScore.Budgets[b] <= trials);

    private static string Cell(double mean, double error, PeerFigures? peers, string landscape, bool isNoisy, int budget)
    {
        var peer = peers?.Best(landscape, isNoisy, LandscapeScore.Budgets[budget])?.Regret;
        var random = peers?.Of("random search", landscape, isNoisy, LandscapeScore.Budgets[budget]);
        return string.Create(CultureInfo.InvariantCulture, $" {mean:F2} ± {error:F2} ({Text(peer)}, {Text(random)}) |");
    }

    private static string Text(double? figure) => figure?.ToString("F2", CultureInfo.InvariantCulture) ?? "–";
}
