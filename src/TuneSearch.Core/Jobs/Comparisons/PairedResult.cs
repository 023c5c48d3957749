using TuneSearch.Core.Statistics;

namespace TuneSearch.Core.Jobs.Comparisons;

/// <summary>A challenger against an incumbent on one number; positive is better.</summary>
internal sealed record PairedResult(ChangeScale Scale, MeanEstimate Mean);
