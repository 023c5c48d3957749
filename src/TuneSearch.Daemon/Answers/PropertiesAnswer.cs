using System.Text;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Jobs.Answers;
using TuneSearch.Core.Spaces;
using TuneSearch.Daemon.Jobs;

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
        text.Append("# TuneSearch: ").Append(job.Name).Append(", ").Append(ObjectiveText.Of(job.Objective)).Append('\n');
        text.Append("# ").Append(answer.Verdict switch
        {
            Verdict.Improved => $"Verified: {AnswerText.Percent(answer.Objective)} over the baseline, no profile worse by more than {AnswerText.Percent(job.Objective.Gate.MaxRegression)}.",
            Verdict.Baseline => "No configuration was shown to be better than the one that runs today: nothing to change.",
            _ => $"UNVERIFIED: the best that was measured ({AnswerText.Percent(answer.Objective)} over the baseline), not measured again.",
        }).Append('\n');
        foreach (var note in answer.Notes)
        {
            text.Append("# ").Append(note.ReplaceLineEndings(" ")).Append('\n');
        }
    }

    private static void Line(StringBuilder text, SettingChange change, Parameter? parameter)
    {
        text.Append("# ").Append(change.Baseline?.ToString() ?? "(inactive)").Append(" -> ").Append(change.Tuned.ToString());
        if (change.Effect is { } effect)
        {
            text.Append(", effect ").Append(AnswerText.Percent(effect));
        }

        if (parameter is not null)
        {
            text.Append(", ").Append(TakesEffect(parameter.UpdateMode));
        }

        text.Append('\n').Append(change.Parameter).Append('=').Append(Escape(change.Tuned.ToString())).Append('\n');
    }

    internal static string TakesEffect(UpdateMode mode) => mode switch
    {
        UpdateMode.Restart or UpdateMode.Hook => "needs a restart",
        UpdateMode.Client => "from the client's next start",
        _ => "takes effect while running",
    };

    /// <summary>As java.util.Properties reads it back.</summary>
    internal static string Escape(string value)
    {
        var escaped = value.Replace("\\", "\\\\", StringComparison.Ordinal);
        return escaped.StartsWith(' ') ? "\\" + escaped : escaped;
    }
}
