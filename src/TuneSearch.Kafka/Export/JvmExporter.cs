using TuneSearch.Core.Spaces;
using TuneSearch.Kafka.Clusters.Processes;

namespace TuneSearch.Kafka.Export;

/// <summary>The environment that Kafka's start scripts read: for a shell to source, or as systemd's EnvironmentFile.</summary>
internal sealed class JvmExporter : IExporter
{
    public string Name => "jvm";

    public string ContentType => "text/plain; charset=utf-8";

    public string FileName => "kafka-jvm.env";

    public string Write(Answer answer)
    {
        var text = new CommentedText().Comments(Remarks.Header(answer));
        var lines = answer.In(ParameterScope.Jvm).ToList();
        if (lines.Count == 0)
        {
            return text.Comment("No JVM setting changes.").ToString();
        }

        var settings = JvmSettings.Of(answer);
        return text.Comments(lines.Select(l => $"{l.Parameter.Name}: {Remarks.Of(l, answer.IsUndo)}"))
            .Line($"{JvmEnvironment.Heap}={ShellText.DoubleQuote(JvmEnvironment.HeapFlags(settings))}")
            .Line($"{JvmEnvironment.Performance}={ShellText.DoubleQuote(string.Join(' ', JvmEnvironment.PerformanceFlags(settings)))}")
            .ToString();
    }
}
