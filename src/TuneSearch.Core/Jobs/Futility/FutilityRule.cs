using System.Collections.Immutable;

namespace TuneSearch.Core.Jobs.Futility;

/// <summary>When a trial of several episodes has become hopeless: after the k-th episode the mean cost so far must not exceed the k-th bound.</summary>
/// <param name="CostBounds">One a episode but the last; costs as the objective gives them, negated where it is maximised.</param>
/// <param name="Against">What the bounds were drawn from, for the reason: «the incumbent, trial 12».</param>
public sealed record FutilityRule(ImmutableArray<double> CostBounds, string Against);
