using System.Globalization;
using TuneSearch.Core.Annealing;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Jobs.Answers;
using TuneSearch.Core.Jobs.Trials;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Objectives;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Workloads;
using TuneSearch.Kafka.Clusters.Command;
using TuneSearch.Kafka.Clusters.Simulated;
using TuneSearch.Numerics;

namespace TuneSearch.Benchmarks.Search;

/// <summary>The shipped simulated and command jobs by our annealer and by random search of the same budget; answers are measured again on fresh episodes.</summary>
internal sealed class SearchBenchmark : IBenchmark
{
    public string Name => "search";

    public string Summary => "annealer against random search on the shipped simulated and command jobs [--seeds 30] [--budgets 50,100,200] [--jobs simulated,command]";

    public async Task<int> RunAsync(BenchmarkArguments arguments, CancellationToken cancellationToken)
    {
        var seeds = arguments.Number("seeds", 30);
        var budgets = arguments.Text("budgets", "50,100,200").Split(',').Select(b => int.Parse(b, CultureInfo.InvariantCulture)).ToArray();
        var lost = 0;
        Console.WriteLine("| job | trials | baseline | random search | annealer | annealer better | seeds won | answers beyond a limit |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (var name in arguments.Text("jobs", "simulated,command").Split(','))
        {
            var job = ShippedFiles.Job(name);
            foreach (var budget in budgets)
            {
                lost += await CompareAsync(job, budget, seeds, cancellationToken) ? 0 : 1;
            }
        }

        Console.WriteLine(lost == 0 ? "The annealer found the better answer in every row." : $"Random search held its own in {lost} rows.");
        return lost == 0 ? 0 : 1;
    }

    private static async Task<bool> CompareAsync(JobSpec job, int budget, int seeds, CancellationToken cancellationToken)
    {
        double baseline = 0, random = 0, annealer = 0, squares = 0;
        var (won, beyond) = (0, 0);
        for (var seed = 1; seed <= seeds; seed++)
        {
            var spec = job with { Seed = (ulong)seed, Verification = Verification.None, Budget = new Budget(budget) };
            await using var cluster = await Driver(spec).OpenAsync(spec, 0, cancellationToken);
            var (byRandom, _) = await FreshScore.OfAsync(spec, cluster, (await JobPlayer.PlayAsync(spec, Directors(new RandomSearcherFactory()), cluster, cancellationToken)).Configuration, cancellationToken);
            var (byAnnealer, isBeyond) = await FreshScore.OfAsync(spec, cluster, (await JobPlayer.PlayAsync(spec, Directors(new SearcherFactory()), cluster, cancellationToken)).Configuration, cancellationToken);
            baseline += (await FreshScore.OfAsync(spec, cluster, spec.Baseline, cancellationToken)).Objective / seeds;
            random += byRandom / seeds;
            annealer += byAnnealer / seeds;
            squares += byAnnealer * byAnnealer / seeds;
            won += byAnnealer > byRandom ? 1 : 0;
            beyond += isBeyond ? 1 : 0;
        }

        var error = Math.Sqrt((squares - (annealer * annealer)) / Math.Max(1, seeds - 1));
        Console.WriteLine(FormattableString.Invariant(
            $"| {job.Name} | {budget} | {baseline:F0} | {random:F0} | {annealer:F0} ± {error:F0} | {100 * ((annealer / random) - 1):F1} % | {won} of {seeds} | {beyond} |"));
        return annealer > random;
    }

    private static JobDirectorFactory Directors(ISearcherFactory searchers) => new(searchers, new MathNetDistributions());

    private static IClusterDriver Driver(JobSpec spec) => spec.Cluster is CommandClusterSpec ? new CommandClusterDriver(TimeProvider.System) : new SimulatedClusterDriver();
}
