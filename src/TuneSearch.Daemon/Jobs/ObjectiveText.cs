using TuneSearch.Core.Objectives;

namespace TuneSearch.Daemon.Jobs;

/// <summary>An objective in words and its gain as a number.</summary>
public static class ObjectiveText
{
    public static string Of(ObjectiveSpec objective) => $"{(objective.Goal == Goal.Maximize ? "maximize" : "minimize")} {objective.Text}";

    /// <summary>Relative improvement, positive is better; null where there is nothing to compare or the baseline is 0.</summary>
    public static double? Gain(Goal goal, double? baseline, double? best) =>
        baseline is not { } from || best is not { } to || from == 0 ? null
        : goal == Goal.Maximize ? (to - from) / Math.Abs(from)
        : (from - to) / Math.Abs(from);
}
