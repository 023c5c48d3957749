using TuneSearch.Core.Annealing;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Core.Tests.Annealing;

/// <summary>Asks and tells, one trial after the other.</summary>
internal static class Play
{
    public static List<Configuration> Trials(ISearcher searcher, int trials, Func<Configuration, Observation> measure, int from = 1)
    {
        var proposed = new List<Configuration>();
        for (var trial = from; trial < from + trials && searcher.Ask() is { } proposal; trial++)
        {
            searcher.Started(trial, proposal);
            searcher.Tell(trial, measure(proposal.Configuration));
            proposed.Add(proposal.Configuration);
        }

        return proposed;
    }

    public static SearchContext Context(SearchSpace space, ulong seed = 1, int trials = 60, AnnealingOptions? options = null) =>
        new(space, space.Defaults, options ?? new AnnealingOptions(), seed, trials);

    public static ISearcher Searcher(SearchContext context) => new SearcherFactory().Create(context);

    /// <summary>Squared distance from the far corner, with an interaction; positive.</summary>
    public static Observation Bowl(Configuration configuration)
    {
        var levels = configuration.Values.Values.Select(v => (double)v.AsInteger()).ToArray();
        return new Observation(10 + levels.Sum(l => (l - 5) * (l - 5)) + (levels[0] * levels[1] / 4));
    }

    public static Observation MixedCost(Configuration configuration)
    {
        var linger = configuration["linger"].AsNumber();
        var batch = Math.Log2(configuration["batch"].AsNumber());
        var level = configuration.TryGet("level", out var given) ? given.AsNumber() : 0;
        return new Observation(100 + (linger / 10) + Math.Abs(batch - 17) + Math.Abs(level - 4) + (configuration["idempotent"].AsBoolean() ? 3 : 0));
    }
}
