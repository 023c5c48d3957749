using System.Collections.Immutable;

namespace TuneSearch.Core.Annealing;

/// <summary>Which parameters mattered to a search and how finely, as its model saw it at its end: what a later search of such a system need not find out again.</summary>
/// <remarks>
/// It says nothing of which values were good, so a cluster whose best configuration is another one is not led astray by it. A file of kind <c>Relevance</c> holds
/// one (<see cref="ParameterRelevance"/>), and a job names it under <c>relevance:</c>.
/// </remarks>
public sealed record Relevance(ImmutableArray<ParameterRelevance> Parameters)
{
    /// <summary>For people.</summary>
    public string? Description { get; init; }

    /// <summary>Those that weigh most first.</summary>
    public IEnumerable<ParameterRelevance> Ranked() => Parameters.OrderBy(known => known.Span).ThenBy(known => known.Name, StringComparer.Ordinal);

    public ParameterRelevance? Of(string parameter) => Parameters.FirstOrDefault(known => known.Name == parameter);
}
