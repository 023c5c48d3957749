using System.ComponentModel.DataAnnotations;
using TuneSearch.Core.Quantities;

namespace TuneSearch.Files.Jobs;

/// <summary>The <c>mixture:</c> section.</summary>
internal sealed record MixtureFile
{
    /// <summary>0 means all.</summary>
    [Range(0, 1000)]
    public int ProfilesPerEpisode { get; init; }

    /// <summary>equal, or dirichlet(concentration).</summary>
    public string Weights { get; init; } = "dirichlet(4)";

    [Range(0.0, 0.9)]
    [CountsIn(Dimension.Ratio)]
    public double Holdout { get; init; } = 0.3;

    [Range(typeof(TimeSpan), "00:00:00.100", "1.00:00:00")]
    public TimeSpan Duration { get; init; } = TimeSpan.FromSeconds(5);

    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan MaxWarmUp { get; init; } = TimeSpan.FromSeconds(5);
}
