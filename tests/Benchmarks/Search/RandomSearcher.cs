using System.Collections.Immutable;
using TuneSearch.Core.Annealing;
using TuneSearch.Core.Annealing.Encoding;
using TuneSearch.Core.Randomness;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Benchmarks.Search;

/// <summary>Random search: legal configurations drawn evenly, the best measured is the answer. What every searcher has to beat.</summary>
internal sealed class RandomSearcher(SearchContext context) : ISearcher
{
    private readonly SpaceEncoding _encoding = new(context.Space);
    private readonly Dictionary<int, Configuration> _inFlight = [];
    private readonly List<(Configuration Configuration, Observation Seen)> _seen = [];
    private int _started;

    public double? Acceptance => null;

    public Relevance? Relevance => null;

    public Proposal? Ask()
    {
        var random = CounterRandom.For(context.Seed, "random-search", (ulong)_started);
        return _encoding.Draw(ref random) is { } genes ? new Proposal(_encoding.ToConfiguration(genes), Move: "random") : null;
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
