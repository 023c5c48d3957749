using System.Globalization;
using TuneSearch.Core.Jobs.Answers;
using TuneSearch.Core.Statistics;

namespace TuneSearch.Kafka.Export;

/// <summary>What comments say, in every form alike. Pure.</summary>
internal static class Remarks
{
    /// <summary>The lines at the top of a file.</summary>
    public static IEnumerable<string> Header(Answer answer)
    {
        if (answer.IsUndo)
        {
            yield return $"TuneSearch: {answer.Job.Name}, the way back to the baseline.";
            yield break;
        }

        yield return $"TuneSearch: {answer.Job.Name}, {(answer.Job.Objective.Goal == Core.Objectives.Goal.Maximize ? "maximize" : "minimize")} {answer.Job.Objective.Text}.";
        yield return answer.Source.Verdict switch
        {
            Verdict.Improved => $"Verified: {Effect(answer.Source.Objective)} over the baseline.",
            Verdict.Baseline => "No configuration was shown to be better than the one that runs today: nothing to change.",
            Verdict.Unverified when answer.Source.Changes.IsEmpty => "UNVERIFIED: the best that was measured is the baseline so far: nothing to change.",
            _ => $"UNVERIFIED: {Effect(answer.Source.Objective)} over the baseline when it was measured, not verified by fresh measurements.",
        };
        foreach (var note in answer.Source.Notes)
        {
            yield return note.ReplaceLineEndings(" ");
        }
    }

    /// <summary>«default 8 -&gt; tuned 16; effect +3.1 % (95 %: +1.2 % to +5.0 %); takes effect while running».</summary>
    public static string Of(AnswerLine line, bool isUndo)
    {
        var change = isUndo
            ? $"tuned {line.Before} -> {line.After ?? "default"}"
            : $"{Today(line)} -> tuned {line.After}";
        var effect = line.Effect is { } measured && !isUndo ? $"; effect {Effect(measured)}" : string.Empty;
        return $"{change}{effect}; {(line.NeedsRestart ? "needs a restart" : line.Parameter.UpdateMode == Core.Spaces.UpdateMode.Client ? "from the client's next start" : "takes effect while running")}";
    }

    /// <summary>What runs today is the default more often than not; where it is another value, both are said.</summary>
    private static string Today(AnswerLine line) => (line.Before, line.Default) switch
    {
        (null, _) => "default (not set)",
        ({ } before, { } known) when before != known && line.Parameter.UpdateMode != Core.Spaces.UpdateMode.Client => $"today {before} (default {known})",
        ({ } before, null) => $"today {before}",
        ({ } before, _) => $"default {before}",
    };

    /// <summary>What a form cannot carry, and where it belongs.</summary>
    public static string Elsewhere(AnswerLine line, string where) => $"not here: {line.Parameter.Name} = {line.After ?? "default"} ({where})";

    private static string Effect(Estimate estimate) => estimate is { Low: { } low, High: { } high }
        ? $"{Percent(estimate.Value)} (95 %: {Percent(low)} to {Percent(high)})"
        : Percent(estimate.Value);

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:+0.0;-0.0;0.0} %");
}
