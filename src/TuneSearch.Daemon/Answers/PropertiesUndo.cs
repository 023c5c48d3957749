using System.Text;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Jobs.Answers;
using TuneSearch.Kafka.Export;

namespace TuneSearch.Daemon.Answers;

/// <summary>What takes <see cref="PropertiesAnswer"/> back: the settings as they were, and the lines that were not there.</summary>
internal sealed class PropertiesUndo : IAnswerFormat
{
    public string Name => "properties-undo";

    public string ContentType => "text/plain; charset=utf-8";

    public string FileName => "undo-best.properties";

    public string Write(JobSpec job, JobAnswer answer)
    {
        var text = new StringBuilder(PropertiesAnswer.Remark($"TuneSearch: {job.Name}, the way back to the baseline."));
        foreach (var group in Answer.Undo(job, answer).Lines.GroupBy(line => line.Parameter.Scope).OrderBy(group => group.Key))
        {
            text.Append("\n# --- ").Append(group.Key.ToString().ToLowerInvariant()).Append('\n');
            foreach (var line in group)
            {
                text.Append(PropertiesAnswer.Remark($"{line.Before} -> {line.After ?? "default"}, {PropertiesAnswer.TakesEffect(line.Parameter.UpdateMode)}"));
                var name = PropertiesValue.EscapeName(line.Parameter.Name);
                text.Append(line.After is { } value ? $"{name}={PropertiesValue.Escape(value)}\n" : $"# remove the line: {name}\n");
            }
        }

        return text.ToString();
    }
}
