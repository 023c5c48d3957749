namespace TuneSearch.Core.Workloads;

/// <summary>How episodes are drawn from the profiles.</summary>
/// <param name="ProfilesPerEpisode">How many of the profiles run together; 0 means all.</param>
/// <param name="DirichletAlpha">Weights are Dirichlet with this concentration; null means equal weights. Why drawn ones are the default: docs/adr/0013.</param>
/// <param name="Holdout">Share of the mixtures at equal weights that the search never sees, 0 to 0.9; of drawn ones it sees none that the proof uses.</param>
public sealed record MixtureSpec(int ProfilesPerEpisode = 0, double? DirichletAlpha = MixtureSpec.UsualConcentration, double Holdout = 0.3)
{
    /// <summary>Of the weights where a job does not say otherwise: with three profiles a share is 1/3 give or take 0.13.</summary>
    public const double UsualConcentration = 4;

    /// <summary>How long an episode measures, after its warm-up.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest that the warm-up may take to become steady.</summary>
    public TimeSpan MaxWarmUp { get; init; } = TimeSpan.FromSeconds(5);
}
