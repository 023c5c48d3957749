using System.Collections.Immutable;
using TuneSearch.Core.Jobs.Comparisons;
using TuneSearch.Core.Statistics;

namespace TuneSearch.Core.Jobs.Gate;

/// <summary>What the gate says at a look.</summary>
/// <param name="Passed">True and false are final; null means more pairs are needed.</param>
/// <param name="Reason">Why not, or why not yet.</param>
/// <param name="Metrics">Each guarded metric's relative change, positive is better, with its 95 % interval.</param>
internal sealed record GateVerdict(bool? Passed, string Reason, ImmutableArray<(ComparedMetric Metric, Estimate Change)> Metrics);
