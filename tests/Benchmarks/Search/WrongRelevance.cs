using TuneSearch.Core.Annealing;

namespace TuneSearch.Benchmarks.Search;

/// <summary>What was learned, with its parameters the wrong way round: what the first one's span was is the last one's.</summary>
internal static class WrongRelevance
{
    public static Relevance? From(Relevance? learned) =>
        learned is null ? null : new Relevance([.. learned.Parameters.Zip(learned.Parameters.Reverse(), (parameter, mirrored) => mirrored with { Name = parameter.Name })]);
}
