using System.Collections.Immutable;
using TuneSearch.Core.Annealing;
using TuneSearch.Core.Randomness;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Benchmarks.Search;

/// <summary>Random search: legal configurations drawn uniformly, the best measured is the answer. What every searcher has to beat.</summary>
internal sealed class RandomSearcher(SearchContext context) : ISearcher
{
    private readonly Dictionary<int, Configuration> _inFlight = [];
    private readonly List<(Configuration Configuration, Observation Seen)> _seen = [];
    private int _started;

    public double? Acceptance => null;

    public Proposal? Ask()
    {
        var random = CounterRandom.For(context.Seed, "random-search", (ulong)_started);
        while (true)
        {
            var units = context.Space.Searched.ToDictionary(p => p.Name, _ => random.NextDouble(), StringComparer.Ordinal);
            var drawn = context.Space.Activate(name => context.Space.Find(name)!.FromUnit(units[name]));
            if (context.Space.FirstBroken(drawn) is null)
            {
                return new Proposal(drawn, Move: "random");
            }
        }
    }

    public void Started(int trial, Proposal proposal)
    {
        _started++;
        _inFlight[trial] = proposal.Configuration;
    }

    public void Tell(int trial, Observation observation) => _seen.Add((_inFlight[trial], observation));

    public Recommendation? Recommend() => Rank(1) is [var best] ? best : null;

    public ImmutableArray<Recommendation> Rank(int count) =>
    [
        .. _seen.Where(s => s.Seen.Cost is not null)
            .Order(Comparer<(Configuration Configuration, Observation Seen)>.Create((a, b) => Observation.Compare(a.Seen, b.Seen)))
            .Take(count)
            .Select(s => new Recommendation(s.Configuration, s.Seen.Cost!.Value, s.Seen.IsFeasible)),
    ];
}
