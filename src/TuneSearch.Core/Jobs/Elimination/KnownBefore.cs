using TuneSearch.Core.Jobs.Calibrations;
using TuneSearch.Core.Jobs.Comparisons;
using TuneSearch.Core.Jobs.Searching;
using TuneSearch.Core.Statistics;

namespace TuneSearch.Core.Jobs.Elimination;

/// <summary>What the phases before the minimal diff have measured.</summary>
/// <param name="History">The search's trials.</param>
/// <param name="Finalists">The comparison that found the candidate.</param>
/// <param name="Noise">Variance of a single measurement of the objective.</param>
internal sealed record KnownBefore(Calibration Calibration, IReadOnlyList<SearchVisit> History, Comparison Finalists, PooledVariance Noise);
