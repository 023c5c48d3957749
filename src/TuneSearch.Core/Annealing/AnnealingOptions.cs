using System.ComponentModel.DataAnnotations;

namespace TuneSearch.Core.Annealing;

/// <summary>The job file's <c>annealing:</c> section. Each ingredient is chosen by its name; <see cref="AnnealingIngredients"/> lists them.</summary>
public sealed record AnnealingOptions
{
    /// <summary>Chains that walk side by side, 1 to 64.</summary>
    [Range(1, AnnealingIngredients.MostWalkers)]
    public int Walkers { get; init; } = 1;

    /// <summary>What proposes: <c>surrogate</c> screens annealed candidates by a model, <c>plain</c> is textbook annealing.</summary>
    public string Searcher { get; init; } = "surrogate";

    /// <summary>What is measured before the model knows anything: <c>space-filling</c> or <c>random</c>; the baseline comes first in either.</summary>
    public string Start { get; init; } = "space-filling";

    /// <summary>What a measurement promises: <c>augmented-improvement</c>, <c>improvement</c>, <c>confidence-bound</c> or <c>thompson</c>.</summary>
    public string Acquisition { get; init; } = "augmented-improvement";

    /// <summary>Where candidates come from: <c>chains</c> or <c>random</c>.</summary>
    public string Candidates { get; init; } = "chains";

    /// <summary>When a walker turns hot: <c>alternate</c> (every second proposal) or <c>never</c>.</summary>
    public string Reheat { get; init; } = "alternate";

    /// <summary>By how much the best has to be beaten for a promise to count: <c>fading</c> (a margin that falls with the trials) or <c>none</c>.</summary>
    public string Ambition { get; init; } = "fading";

    /// <summary>The scale on which costs are modelled: <c>likeliest</c> of linear, root and logarithm, or <c>linear</c>.</summary>
    public string Scale { get; init; } = "likeliest";

    /// <summary>How far apart listed numbers are: <c>learned</c> (by their ratios and by their places in the list, as the costs say) or <c>listed</c> (by their places).</summary>
    public string Levels { get; init; } = "learned";

    /// <summary>How much parameters may differ in how much they matter, before anything is measured: <c>heavy-tailed</c> (a few much, many not at all) or <c>normal</c> (all
    /// within about a factor of three).</summary>
    public string Relevance { get; init; } = "heavy-tailed";

    /// <summary>Configurations so near a measured one that they will probably cost the same, or that noise will hide the difference: <c>learned</c> from those that did, and promised
    /// less, or <c>ignored</c>.</summary>
    public string Plateaus { get; init; } = "learned";

    /// <summary>The answer: <c>estimated</c> (lowest by the model, which takes half of a noise that nobody measured for the configurations' own), <c>smoothed</c> (which takes it all
    /// for noise) or <c>measured</c> (lowest mean of measurements).</summary>
    public string Recommend { get; init; } = "estimated";

    /// <summary>Whether a change that needs a restart, or a command of the user's, has to promise more: <c>weighed</c> or <c>ignored</c>.</summary>
    public string Restarts { get; init; } = "weighed";
}
