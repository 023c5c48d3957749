using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using TuneSearch.Core.Quantities;

namespace TuneSearch.Core.Objectives;

/// <summary>The no-regression test: how much worse a guarded metric of a profile may be at most, and how sure that must be.</summary>
/// <param name="MaxRegression">Largest tolerated relative loss, 0.02 = 2 %.</param>
/// <param name="Confidence">Of the whole family of tests, 0.95 = 95 %.</param>
public sealed record GateSpec(
    [property: Range(0.0, 1.0), CountsIn(Dimension.Ratio)] double MaxRegression = 0.02,
    [property: Range(0.5, 0.9999), CountsIn(Dimension.Ratio)] double Confidence = 0.95)
{
    /// <summary>Metrics guarded for every profile; empty means the objective's own.</summary>
    public ImmutableArray<string> Guarded { get; init; } = [];
}
