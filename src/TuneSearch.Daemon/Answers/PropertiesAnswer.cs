using System.Text;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Jobs.Answers;
using TuneSearch.Core.Spaces;
using TuneSearch.Daemon.Jobs;
using TuneSearch.Kafka.Export;

namespace TuneSearch.Daemon.Answers;

/// <summary>Java properties, grouped by scope: the changed settings with what they were and what they bring; the rest stays at what runs today.</summary>
internal sealed class PropertiesAnswer : IAnswerFormat
{
    public string Name => "properties";

    public string ContentType => "text/plain; charset=utf-8";

    public string FileName => "best.properties";

    public string Write(JobSpec job, JobAnswer answer)
    {
        var text = new StringBuilder();
        Header(text, job, answer);
        var groups = answer.Changes
            .GroupBy(change => job.Space.Find(change.Parameter)?.Scope ?? ParameterScope.Custom)
            .OrderBy(group => group.Key);
        foreach (var group in groups)
        {
            text.Append('\n').Append("# --- ").Append(group.Key.ToString().ToLowerInvariant()).Append('\n');
            foreach (var change in group.OrderBy(change => change.Parameter, StringComparer.Ordinal))
            {
                Line(text, change, job.Space.Find(change.Parameter));
            }
        }

        return text.ToString();
    }

    private static void Header(StringBuilder text, JobSpec job, JobAnswer answer)
    {
        text.Append(Remark($"TuneSearch: {job.Name}, {ObjectiveText.Of(job.Objective)}"));
        text.Append("# ").Append(answer.Verdict switch
        {
            Verdict.Improved => $"Verified: {AnswerText.Percent(answer.Objective)} over the baseline, no profile worse by more than {AnswerText.Percent(job.Objective.Gate.MaxRegression)}.",
            Verdict.Baseline => "No configuration was shown to be better than the one that runs today: nothing to change.",
            Verdict.Unverified when answer.Changes.IsEmpty => "UNVERIFIED: the best that was measured is the baseline so far: nothing to change.",
            _ => $"UNVERIFIED: the best that was measured ({AnswerText.Percent(answer.Objective)} over the baseline), not verified by fresh measurements.",
        }).Append('\n');
        foreach (var note in answer.Notes)
        {
            text.Append(Remark(note));
        }
    }

    private static void Line(StringBuilder text, SettingChange change, Parameter? parameter)
    {
        var effect = change.Effect is { } measured ? $", effect {AnswerText.Percent(measured)}" : string.Empty;
        var needs = parameter is null ? string.Empty : $", {TakesEffect(parameter.UpdateMode)}";
        text.Append(Remark($"{change.Baseline?.ToString() ?? "(inactive)"} -> {change.Tuned}{effect}{needs}"));
        text.Append(PropertiesValue.EscapeName(change.Parameter)).Append('=').Append(PropertiesValue.Escape(change.Tuned.ToString())).Append('\n');
    }

    /// <summary>A comment of one line, whatever stands in it: an objective may have several, and what follows a line's end would be a setting.</summary>
    internal static string Remark(string text) => $"# {text.ReplaceLineEndings(" ")}\n";

    internal static string TakesEffect(UpdateMode mode) => mode switch
    {
        UpdateMode.Restart or UpdateMode.Hook => "needs a restart",
        UpdateMode.Client => "from the client's next start",
        _ => "takes effect while running",
    };
}
