namespace TuneSearch.Core.Objectives;

/// <summary>The objective of one configuration over some episodes.</summary>
/// <param name="Objective">Mean over the episodes, in the objective's own unit; null where it could not be computed.</param>
/// <param name="Cost">The same to be made small: negated where the goal is to maximise.</param>
/// <param name="Violation">0 where every limit is met on average; else the sum of the relative excesses.</param>
/// <param name="Problem">Why there is no number; null where there is one.</param>
public sealed record Score(double? Objective, double? Cost, double Violation, string? Problem = null)
{
    /// <summary>By how much the tightest limit is kept, relative to its bound; negative by how far it is missed. Null where there are no limits.</summary>
    public double? Slack { get; init; }
}
