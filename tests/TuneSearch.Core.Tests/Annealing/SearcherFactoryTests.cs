using TuneSearch.Core.Annealing;

namespace TuneSearch.Core.Tests.Annealing;

public class SearcherFactoryTests
{
    [Fact]
    public void Create_EachNamedIngredient_ProposesAndAnswers()
    {
        foreach (var (key, names) in AnnealingIngredients.Names)
        {
            foreach (var name in names)
            {
                var searcher = Play.Searcher(Play.Context(SearchSpaces.Ordinals(4, 5, 6), options: With(key, name)));

                Play.Trials(searcher, 20, Play.Bowl).Count.ShouldBe(20, $"{key}: {name}");
                searcher.Recommend().ShouldNotBeNull();
            }
        }
    }

    [Fact]
    public void Create_UnknownNames_NamesThemAllWithTheKnownOnes()
    {
        var options = new AnnealingOptions { Walkers = 0, Acquisition = "guess", Start = "middle" };

        Should.Throw<ArgumentException>(() => Play.Searcher(Play.Context(SearchSpaces.Ordinals(4), options: options))).Message.ShouldBe(
            "annealing.walkers is 0, but there must be 1 to 64 walkers; choose a number in that range; "
            + "annealing.start is 'middle', which is not known; choose one of space-filling, random; "
            + "annealing.acquisition is 'guess', which is not known; choose one of augmented-improvement, improvement, confidence-bound, thompson (Parameter 'context')");
    }

    private static AnnealingOptions With(string key, string name) => key switch
    {
        "searcher" => new AnnealingOptions { Searcher = name },
        "start" => new AnnealingOptions { Start = name },
        "acquisition" => new AnnealingOptions { Acquisition = name },
        "candidates" => new AnnealingOptions { Candidates = name },
        "reheat" => new AnnealingOptions { Reheat = name },
        "ambition" => new AnnealingOptions { Ambition = name },
        "scale" => new AnnealingOptions { Scale = name },
        "levels" => new AnnealingOptions { Levels = name },
        "relevance" => new AnnealingOptions { Relevance = name },
        "plateaus" => new AnnealingOptions { Plateaus = name },
        "recommend" => new AnnealingOptions { Recommend = name },
        _ => new AnnealingOptions { Restarts = name },
    };
}
