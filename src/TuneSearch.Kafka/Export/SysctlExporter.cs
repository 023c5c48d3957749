using TuneSearch.Core.Spaces;

namespace TuneSearch.Kafka.Export;

/// <summary>A file for /etc/sysctl.d (sysctl.d(5)).</summary>
internal sealed class SysctlExporter : IExporter
{
    public string Name => "sysctl";

    public string ContentType => "text/plain; charset=utf-8";

    public string FileName => "90-tunesearch.conf";

    public string Write(Answer answer)
    {
        var text = new CommentedText().Comments(Remarks.Header(answer)).Comment("Load it: sysctl --system");
        foreach (var line in answer.In(ParameterScope.Os).Where(l => l.After is not null))
        {
            text.Line().Comment(Remarks.Of(line, answer.IsUndo)).Line($"{line.Setting} = {line.After}");
        }

        return text.ToString();
    }
}
