using System.Globalization;
using TuneSearch.Core.Annealing;

namespace TuneSearch.Benchmarks.Search;

/// <summary>Landscapes × seeds × budgets, beside what well-known optimisers reached.</summary>
public sealed class LandscapesBenchmark : IBenchmark
{
    public string Name => "landscapes";

    public string Summary => "regret on measured landscapes beside the peers' [--seeds 30] [--first 0] [--budgets 25,50,100,200] [--noise 0,0.05] [--set core|all|NAME,…] [--acquisition NAME] [--unsaid] [--landscapes DIR] [--threads 2]";

    public async Task<int> RunAsync(BenchmarkArguments arguments, CancellationToken cancellationToken)
    {
        if (LandscapeFiles.Find(arguments.Text("landscapes", string.Empty)) is not { } folder)
        {
            Console.WriteLine("There is no shared/landscapes here or above, so there is nothing to run on; name the folder with --landscapes DIR.");
            return 3;
        }

        var set = arguments.Text("set", "all");
        var landscapes = LandscapeFiles.Read(folder).Where(l => set == "all" || (set == "core" && l.IsCore) || set.Split(',').Contains(l.Landscape.Name)).ToArray();
        var trials = arguments.Text("budgets", "25,50,100,200").Split(',').Max(b => int.Parse(b, CultureInfo.InvariantCulture));
        var defaults = new AnnealingOptions();
        var options = defaults with { Acquisition = arguments.Text("acquisition", defaults.Acquisition) };
        var peers = PeerFigures.Read(folder);
        var isBelow = true;
        foreach (var noise in arguments.Text("noise", "0,0.05").Split(',').Select(n => double.Parse(n, CultureInfo.InvariantCulture)))
        {
            var plan = RunPlan.From(arguments, noise, trials);
            Landscape[] played = [.. landscapes.Select(l => l.Landscape)];
            var scores = await LandscapeRuns.RunAsync(played, new SearcherFactory(), options, plan, cancellationToken);
            var byChance = await LandscapeRuns.RunAsync(played, new RandomSearcherFactory(), options, plan, cancellationToken);
            isBelow &= Print(landscapes, scores, byChance, peers, plan);
        }

        return isBelow ? 0 : 1;
    }

    /// <summary>Whether the mean lies below the best peer's and every landscape below random search.</summary>
    private static bool Print((Landscape Landscape, bool IsCore)[] landscapes, LandscapeScore[] scores, LandscapeScore[] byChance, PeerFigures? peers, RunPlan plan)
    {
        int[] budgets = [.. Budgets(plan.Trials)];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"\nnoise {plan.Noise:P0}, {plan.Seeds} seeds: mean regret % ± standard error (best peer with as many trials or fewer, random search with the same seeds)"));
        Console.WriteLine("| landscape |" + string.Concat(budgets.Select(b => $" @{LandscapeScore.Budgets[b]} |")));
        Console.WriteLine("|---|" + string.Concat(budgets.Select(_ => "---|")));
        var isBelow = true;
        foreach (var ((landscape, _), score, chance) in landscapes.Zip(scores, byChance))
        {
            Console.WriteLine($"| {landscape.Name} |" + string.Concat(budgets.Select(b =>
            {
                isBelow &= score.Mean(b) <= chance.Mean(b);
                return Cell(score.Mean(b), Math.Sqrt(score.VarianceOfMean(b)), peers?.Best(landscape.Name, plan.Noise > 0, LandscapeScore.Budgets[b])?.Regret, chance.Mean(b));
            })));
        }

        var core = Enumerable.Range(0, landscapes.Length).Where(i => landscapes[i].IsCore).ToArray();
        if (core.Length == 0)
        {
            return isBelow;
        }

        Console.WriteLine("| **mean of the core landscapes** |" + string.Concat(budgets.Select(b =>
        {
            var error = Math.Sqrt(core.Sum(i => scores[i].VarianceOfMean(b))) / core.Length;
            var mean = core.Average(i => scores[i].Mean(b));
            var peer = peers?.Best(string.Empty, plan.Noise > 0, LandscapeScore.Budgets[b])?.Regret;
            isBelow &= peer is null || mean + error < peer;
            return Cell(mean, error, peer, core.Average(i => byChance[i].Mean(b)));
        })));
        return isBelow;
    }

    private static IEnumerable<int> Budgets(int trials) => Enumerable.Range(0, LandscapeScore.Budgets.Length).Where(b => LandscapeScore.Budgets[b] <= trials);

    private static string Cell(double mean, double error, double? peer, double random) =>
        string.Create(CultureInfo.InvariantCulture, $" {mean:F2} ± {error:F2} ({(peer is null ? "–" : peer.Value.ToString("F2", CultureInfo.InvariantCulture))}, {random:F2}) |");
}
