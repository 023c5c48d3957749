using TuneSearch.Core.Spaces;

namespace TuneSearch.Core.Annealing;

/// <summary>A configuration that a searcher holds to be good.</summary>
/// <param name="EstimatedCost">What its cost is believed to be (a model's or a mean's, not the luckiest number).</param>
/// <param name="IsFeasible">Whether it is believed to meet every limit.</param>
public sealed record Recommendation(Configuration Configuration, double EstimatedCost, bool IsFeasible = true);
