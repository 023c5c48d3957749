using System.Collections.Immutable;
using TuneSearch.Core.Jobs.Comparisons;
using TuneSearch.Core.Statistics;

namespace TuneSearch.Core.Jobs.Calibrations;

/// <summary>What the A/A calibration found.</summary>
/// <param name="Objective">Noise floor of the objective.</param>
/// <param name="Guarded">Noise floor of each guarded metric.</param>
/// <param name="BaselineObjective">Mean over the calibration's episodes, in the objective's unit.</param>
/// <param name="Violation">By how much the baseline misses its limits on average; 0 where it meets them.</param>
internal sealed record Calibration(NoiseFloor Objective, ImmutableArray<(ComparedMetric Metric, NoiseFloor Floor)> Guarded, double BaselineObjective, double Violation)
{
    /// <summary>What was to be guarded and was not measured, and what was measured: said to whoever asked for it.</summary>
    public (ImmutableArray<string> Asked, ImmutableArray<string> Measured) Unguarded { get; init; } = ([], []);

    /// <summary>Standard deviation of one episode's cost when measured again, in the objective's unit.</summary>
    public double CostDeviation => Objective.Deviation * Math.Abs(BaselineObjective);

    /// <summary>The same with a noise that the baseline against itself did not show; guarded metrics, parts of the whole, are taken to vary no less.</summary>
    public Calibration WithDeviation(double deviation) => this with
    {
        Objective = Objective with { Deviation = deviation },
        Guarded = [.. Guarded.Select(g => (g.Metric, g.Floor with { Deviation = Math.Max(g.Floor.Deviation, deviation) }))],
    };
}
