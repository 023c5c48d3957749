namespace TuneSearch.Core.Annealing;

public sealed class PlainAnnealerFactory : ISearcherFactory
{
    public ISearcher Create(SearchContext context) => new PlainAnnealer(context);
}
