using TuneSearch.Core.Annealing;
using TuneSearch.Core.Randomness;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Benchmarks.Search;

/// <summary>One searcher on one landscape with one seed, a trial after the other.</summary>
public static class SearchRun
{
    /// <summary>Regret of the recommendation after each of the budgets within the plan's trials.</summary>
    public static void Play(Landscape landscape, ISearcher searcher, ulong seed, RunPlan plan, Action<int, double> report)
    {
        var random = CounterRandom.For(seed, "benchmark noise");
        Configuration? answer = null;
        for (var trial = 1; trial <= plan.Trials; trial++)
        {
            if (searcher.Ask() is { } proposal)
            {
                searcher.Started(trial, proposal);
                var value = landscape.Value(proposal.Configuration) * (1 + (plan.Noise * random.NextGaussian()));
                searcher.Tell(trial, new Observation(landscape.Cost(value)));
            }

            if (Array.IndexOf(LandscapeScore.Budgets, trial) is var budget and >= 0)
            {
                answer = searcher.Recommend()?.Configuration ?? answer;
                report(budget, answer is null ? double.PositiveInfinity : landscape.Regret(landscape.Value(answer)));
            }
        }
    }
}
