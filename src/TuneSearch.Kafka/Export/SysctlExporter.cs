using System.Text.RegularExpressions;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Kafka.Export;

/// <summary>A file for /etc/sysctl.d (sysctl.d(5)). The format has no escapes: what would not be read back as it is stays out.</summary>
internal sealed partial class SysctlExporter : IExporter
{
    public string Name => "sysctl";

    public string ContentType => "text/plain; charset=utf-8";

    public string FileName => "90-tunesearch.conf";

    public string Write(Answer answer)
    {
        var text = new CommentedText().Comments(Remarks.Header(answer)).Comment("Load it: sysctl --system");
        foreach (var line in answer.In(ParameterScope.Os).Where(l => l.After is not null))
        {
            text.Line();
            if (Plain().IsMatch($"{line.Setting} = {line.After}"))
            {
                text.Comment(Remarks.Of(line, answer.IsUndo)).Line($"{line.Setting} = {line.After}");
            }
            else
            {
                text.Comment(Remarks.Elsewhere(line, "sysctl has no such key or value"));
            }
        }

        return text.ToString();
    }

    /// <summary>A key of one word that begins no comment and does not tell sysctl to ignore errors, and a value of one line.</summary>
    [GeneratedRegex(@"^[^\s=#;-][^\s=]* = [^\r\n]*\z")]
    private static partial Regex Plain();
}
