namespace TuneSearch.Core.Workloads;

/// <summary>How episodes are drawn from the profiles.</summary>
/// <param name="ProfilesPerEpisode">How many of the profiles run together; 0 means all.</param>
/// <param name="DirichletAlpha">Weights are Dirichlet with this concentration; null means equal weights.</param>
/// <param name="Holdout">Share of the drawn mixtures that the search never sees, 0 to 0.9.</param>
public sealed record MixtureSpec(int ProfilesPerEpisode = 0, double? DirichletAlpha = null, double Holdout = 0.3)
{
    /// <summary>How long an episode measures, after its warm-up.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest that the warm-up may take to become steady.</summary>
    public TimeSpan MaxWarmUp { get; init; } = TimeSpan.FromSeconds(5);
}
