using TuneSearch.Core.Annealing;

namespace TuneSearch.Benchmarks.Search;

/// <summary>Runs landscapes and seeds side by side.</summary>
public static class LandscapeRuns
{
    /// <param name="earlier">What a job before this one learned on a landscape, by the seed.</param>
    public static async Task<LandscapeScore[]> RunAsync(
        IReadOnlyList<Landscape> landscapes, ISearcherFactory searchers, AnnealingOptions options, RunPlan plan, CancellationToken cancellationToken, Func<Landscape, ulong, Relevance?>? earlier = null)
    {
        var scores = landscapes.Select(_ => new LandscapeScore(plan.Seeds)).ToArray();
        var runs = from landscape in Enumerable.Range(0, landscapes.Count) from seed in Enumerable.Range(0, plan.Seeds) select (landscape, seed);
        await Parallel.ForEachAsync(runs, new ParallelOptions { MaxDegreeOfParallelism = plan.Threads, CancellationToken = cancellationToken }, (run, _) =>
        {
            var landscape = landscapes[run.landscape];
            var seed = (ulong)(plan.First + run.seed);
            var searcher = searchers.Create(new SearchContext(landscape.Space, landscape.Space.Defaults, options, seed, plan.Trials)
            {
                IsNoisy = plan is { IsNoiseSaid: true, Noise: > 0 },
                Relevance = earlier?.Invoke(landscape, seed),
            });
            SearchRun.Play(landscape, searcher, seed, plan, (budget, regret) => scores[run.landscape].Set(run.seed, budget, regret));
            return ValueTask.CompletedTask;
        });
        return scores;
    }
}
