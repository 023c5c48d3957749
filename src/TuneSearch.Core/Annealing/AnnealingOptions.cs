using System.ComponentModel.DataAnnotations;

namespace TuneSearch.Core.Annealing;

/// <summary>The job file's <c>annealing:</c> section.</summary>
public sealed record AnnealingOptions
{
    /// <summary>Chains that walk side by side, 1 to 64.</summary>
    [Range(1, 64)]
    public int Walkers { get; init; } = 1;
}
