using TuneSearch.Core.Annealing;

namespace TuneSearch.Benchmarks.Search;

/// <summary>Runs landscapes and seeds side by side.</summary>
public static class LandscapeRuns
{
    public static async Task<LandscapeScore[]> RunAsync(
        IReadOnlyList<Landscape> landscapes, AnnealingOptions options, int seeds, double noise, int trials, int threads, CancellationToken cancellationToken)
    {
        var scores = landscapes.Select(_ => new LandscapeScore(seeds)).ToArray();
        var runs = from landscape in Enumerable.Range(0, landscapes.Count) from seed in Enumerable.Range(0, seeds) select (landscape, seed);
        await Parallel.ForEachAsync(runs, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken }, (run, _) =>
        {
            SearchRun.Play(landscapes[run.landscape], options, (ulong)run.seed, noise, trials, (budget, regret) => scores[run.landscape].Set(run.seed, budget, regret));
            return ValueTask.CompletedTask;
        });
        return scores;
    }
}
