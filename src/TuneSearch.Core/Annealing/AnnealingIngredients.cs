using System.Collections.Immutable;

namespace TuneSearch.Core.Annealing;

/// <summary>The ingredients of a search by name, and the check that a job names only these.</summary>
public static class AnnealingIngredients
{
    public const int MostWalkers = 64;

    /// <summary>For each key of the <c>annealing:</c> section the names it may have; the first is the default.</summary>
    public static readonly ImmutableSortedDictionary<string, ImmutableArray<string>> Names = ImmutableSortedDictionary.CreateRange(
        StringComparer.Ordinal,
        [
            KeyValuePair.Create<string, ImmutableArray<string>>("searcher", ["surrogate", "plain"]),
            KeyValuePair.Create<string, ImmutableArray<string>>("start", ["space-filling", "random"]),
            KeyValuePair.Create<string, ImmutableArray<string>>("acquisition", ["augmented-improvement", "improvement", "confidence-bound", "thompson"]),
            KeyValuePair.Create<string, ImmutableArray<string>>("candidates", ["chains", "random"]),
            KeyValuePair.Create<string, ImmutableArray<string>>("reheat", ["alternate", "never"]),
            KeyValuePair.Create<string, ImmutableArray<string>>("ambition", ["fading", "none"]),
            KeyValuePair.Create<string, ImmutableArray<string>>("scale", ["likeliest", "linear"]),
            KeyValuePair.Create<string, ImmutableArray<string>>("levels", ["learned", "listed"]),
            KeyValuePair.Create<string, ImmutableArray<string>>("relevance", ["heavy-tailed", "normal"]),
            KeyValuePair.Create<string, ImmutableArray<string>>("plateaus", ["learned", "ignored"]),
            KeyValuePair.Create<string, ImmutableArray<string>>("recommend", ["estimated", "smoothed", "measured"]),
            KeyValuePair.Create<string, ImmutableArray<string>>("restarts", ["weighed", "ignored"]),
        ]);

    /// <summary>Everything wrong with the options, each with the law and the remedy; empty where nothing is.</summary>
    public static ImmutableArray<string> Problems(AnnealingOptions options)
    {
        var problems = ImmutableArray.CreateBuilder<string>();
        if (options.Walkers is < 1 or > MostWalkers)
        {
            problems.Add($"annealing.walkers is {options.Walkers}, but there must be 1 to {MostWalkers} walkers; choose a number in that range");
        }

        foreach (var (key, chosen) in Chosen(options))
        {
            if (!Names[key].Contains(chosen, StringComparer.Ordinal))
            {
                problems.Add($"annealing.{key} is '{chosen}', which is not known; choose one of {string.Join(", ", Names[key])}");
            }
        }

        return problems.ToImmutable();
    }

    private static IEnumerable<(string Key, string Chosen)> Chosen(AnnealingOptions options) =>
    [
        ("searcher", options.Searcher),
        ("start", options.Start),
        ("acquisition", options.Acquisition),
        ("candidates", options.Candidates),
        ("reheat", options.Reheat),
        ("ambition", options.Ambition),
        ("scale", options.Scale),
        ("levels", options.Levels),
        ("relevance", options.Relevance),
        ("plateaus", options.Plateaus),
        ("recommend", options.Recommend),
        ("restarts", options.Restarts),
    ];
}
