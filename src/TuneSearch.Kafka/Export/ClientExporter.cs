using TuneSearch.Core.Spaces;

namespace TuneSearch.Kafka.Export;

/// <summary>Properties of producers or consumers, in the Java clients' words or in librdkafka's.</summary>
internal sealed class ClientExporter(ParameterScope scope, bool isJava) : IExporter
{
    private string Kind => scope.ToString().ToLowerInvariant();

    public string Name => $"{(isJava ? "java" : "librdkafka")}-{Kind}";

    public string ContentType => "text/plain; charset=utf-8";

    public string FileName => $"{Name}.properties";

    public string Write(Answer answer)
    {
        var text = new CommentedText().Comments(Remarks.Header(answer));
        foreach (var line in answer.In(scope))
        {
            var remark = Remarks.Of(line, answer.IsUndo);
            if (!isJava)
            {
                PropertiesText.Write(text.Line(), LibrdkafkaNameOf(line), line.After, remark);
            }
            else if (JavaNameOf(line, answer.Whole) is { } java)
            {
                PropertiesText.Write(text.Line(), java.Name, line.After is null ? null : java.Value, remark);
            }
            else
            {
                text.Comment(Remarks.Elsewhere(line, Answer.Catalogue.FindClientName(scope, line.Setting)?.Note ?? "the Java client has no such setting"));
            }
        }

        return text.ToString();
    }

    private string LibrdkafkaNameOf(AnswerLine line) =>
        Answer.Catalogue.ClientNames.FirstOrDefault(n => n.Scope == scope && n.Java == line.Setting)?.Librdkafka ?? line.Setting;

    private (string Name, string Value)? JavaNameOf(AnswerLine line, Configuration whole)
    {
        var value = whole.TryGet(line.Parameter.Name, out var set) ? set : line.Parameter.Default;
        if (Answer.Catalogue.FindClientName(scope, line.Setting) is not { } known)
        {
            // A name that librdkafka does not have is Java's already.
            return (line.Setting, value.ToString());
        }

        if (known.Java is not { } java)
        {
            return null;
        }

        if (!java.Contains('{', StringComparison.Ordinal))
        {
            return (java, known.ToJava(value));
        }

        // One name per codec: compression.{compression.type}.level.
        var (start, end) = (java.IndexOf('{', StringComparison.Ordinal), java.IndexOf('}', StringComparison.Ordinal));
        return whole.TryGet(java[(start + 1)..end], out var part) ? (java[..start] + part + java[(end + 1)..], known.ToJava(value)) : null;
    }
}
