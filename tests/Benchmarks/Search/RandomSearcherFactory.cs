using TuneSearch.Core.Annealing;

namespace TuneSearch.Benchmarks.Search;

internal sealed class RandomSearcherFactory : ISearcherFactory
{
    public ISearcher Create(SearchContext context) => new RandomSearcher(context);
}
