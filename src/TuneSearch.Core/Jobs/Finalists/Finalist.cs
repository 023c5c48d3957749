using System.Collections.Immutable;
using TuneSearch.Core.Jobs.Comparisons;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Core.Jobs.Finalists;

/// <summary>A configuration that was measured again beside the baseline.</summary>
/// <param name="Gain">Of the objective, paired.</param>
/// <param name="Violation">By how much it missed the limits on average and visibly loses in guarded metrics.</param>
internal sealed record Finalist(Configuration Configuration, PairedResult Gain, double Violation)
{
    /// <summary>Of each guarded metric, paired, in the order of the calibration's.</summary>
    public ImmutableArray<(ComparedMetric Metric, PairedResult Result)> Guarded { get; init; } = [];
}
