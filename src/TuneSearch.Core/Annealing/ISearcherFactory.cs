namespace TuneSearch.Core.Annealing;

public interface ISearcherFactory
{
    ISearcher Create(SearchContext context);
}
