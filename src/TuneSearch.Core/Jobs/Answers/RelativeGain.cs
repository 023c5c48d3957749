using TuneSearch.Core.Objectives;

namespace TuneSearch.Core.Jobs.Answers;

/// <summary>The relative improvement of an objective over the baseline's.</summary>
internal static class RelativeGain
{
    /// <summary>Positive is better; 0 where the baseline was not measured or is 0.</summary>
    public static double Of(Goal goal, double? baseline, double cost)
    {
        if (baseline is not { } was || was == 0)
        {
            return 0;
        }

        var objective = goal == Goal.Maximize ? -cost : cost;
        return (goal == Goal.Maximize ? objective - was : was - objective) / Math.Abs(was);
    }

    /// <summary>The objective that such a gain leads to from the baseline's.</summary>
    public static double Reached(Goal goal, double baseline, double gain) => baseline + (Math.Abs(baseline) * (goal == Goal.Maximize ? gain : -gain));
}
