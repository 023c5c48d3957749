using TuneSearch.Core.Spaces;

namespace TuneSearch.Core.Annealing;

/// <summary>What a searcher knows before its first proposal.</summary>
/// <param name="Trials">How many trials the search may use; what a schedule is laid over.</param>
public sealed record SearchContext(SearchSpace Space, Configuration Baseline, AnnealingOptions Options, ulong Seed, int Trials)
{
    /// <summary>Standard deviation of one trial's cost when the same configuration is measured again, in units of the cost, as the A/A calibration
    /// found it: sets the end temperature. Null where nobody measured it (<c>verification: none</c>).</summary>
    public double? Noise { get; init; }

    /// <summary>Whether a configuration that is measured again costs something else, where nobody knows by how much: then close contenders are measured again.</summary>
    public bool IsNoisy { get; init; }

    /// <summary>What an earlier search learned of the same parameters; null where there was none.</summary>
    public Relevance? Relevance { get; init; }

    /// <summary>How many proposals may be under measurement at once.</summary>
    public int Parallel { get; init; } = 1;
}
