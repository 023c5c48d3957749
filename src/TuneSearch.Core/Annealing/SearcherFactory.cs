using TuneSearch.Core.Annealing.Acquisition;
using TuneSearch.Core.Annealing.Candidates;
using TuneSearch.Core.Annealing.Starts;

namespace TuneSearch.Core.Annealing;

/// <summary>Makes the searcher that a job's <c>annealing:</c> section asks for.</summary>
public sealed class SearcherFactory : ISearcherFactory
{
    private static readonly IStart[] Starts = [new SpaceFillingStart(), new RandomStart()];
    private static readonly IAcquisition[] Acquisitions = [new AugmentedImprovement(), new Improvement(), new ConfidenceBound(), new ThompsonDraw()];
    private static readonly ICandidateSource[] Sources = [new AnnealedChains(), new RandomCandidates()];

    /// <exception cref="ArgumentException">An ingredient has a name that is not known; the message lists the known ones.</exception>
    public ISearcher Create(SearchContext context)
    {
        var options = context.Options;
        if (AnnealingIngredients.Problems(options) is { Length: > 0 } problems)
        {
            throw new ArgumentException(string.Join("; ", problems), nameof(context));
        }

        return options.Searcher == "plain"
            ? new PlainAnnealer(context)
            : new SurrogateAnnealer(
                context,
                Starts.First(s => s.Name == options.Start),
                Acquisitions.First(a => a.Name == options.Acquisition),
                Sources.First(s => s.Name == options.Candidates));
    }
}
