using System.Collections.Immutable;

namespace TuneSearch.Core.Annealing;

/// <summary>Walks the landscape: says what to measure next and what it holds to be best.</summary>
/// <remarks>
/// Guarantees that the job's director relies on:
/// the state is a function of the <see cref="SearchContext"/> and of the <see cref="Started"/> and <see cref="Tell"/> calls in their order;
/// <see cref="Ask"/>, <see cref="Recommend"/> and <see cref="Rank"/> change nothing that can be seen, so that after a restart the same calls of the
/// first two, replayed without asking, give the same proposals bit for bit (caches may be rebuilt);
/// several trials may be started before the first is told, and they may end in any order; every started trial is told exactly once unless the job ends;
/// a searcher accepts trials that it did not propose (the baseline, measured by the calibration);
/// every proposal satisfies the space's domains, conditions and constraints.
/// </remarks>
public interface ISearcher
{
    /// <summary>Share of the latest proposals that were taken, 0 to 1; null before the first was decided.</summary>
    double? Acceptance { get; }

    /// <summary>What was learned of the parameters' relevance; null where nothing was, or the searcher has no model that could.</summary>
    Relevance? Relevance { get; }

    /// <summary>What to measure next, or null where nothing is left to propose before a trial in flight has ended (or at all).</summary>
    Proposal? Ask();

    /// <param name="trial">The trial's number within the job; the handle by which it is told.</param>
    void Started(int trial, Proposal proposal);

    void Tell(int trial, Observation observation);

    /// <summary>The configuration held to be best; null before any trial could run.</summary>
    Recommendation? Recommend();

    /// <summary>The best by estimate, best first, distinct, at most <paramref name="count"/>; the first is <see cref="Recommend"/>'s.</summary>
    ImmutableArray<Recommendation> Rank(int count);
}
