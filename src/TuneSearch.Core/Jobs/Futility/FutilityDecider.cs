using System.Collections.Immutable;
using System.Globalization;
using TuneSearch.Core.Jobs.Trials;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Objectives;

namespace TuneSearch.Core.Jobs.Futility;

/// <summary>Says in the middle of a trial whether the rest of its episodes is worth the time.</summary>
public static class FutilityDecider
{
    /// <summary>Why the trial is hopeless, or null where it goes on. A trial whose last episode is done is never hopeless.</summary>
    public static string? ReasonToStop(ObjectiveSpec objective, TrialPlan plan, ImmutableArray<Measurement> soFar)
    {
        if (plan.Futility is not { } rule || soFar.Length == 0 || soFar.Length >= plan.Episodes.Length || soFar.Length > rule.CostBounds.Length)
        {
            return null;
        }

        var score = ObjectiveScorer.Score(objective, plan.Configuration, soFar);
        var bound = rule.CostBounds[soFar.Length - 1];
        return score.Cost is { } cost && cost > bound
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"hopeless after {soFar.Length} of {plan.Episodes.Length} episodes: cost {cost:G4} is above {bound:G4}, the most that could still reach {rule.Against}")
            : null;
    }
}
