using TuneSearch.Core.Spaces;

namespace TuneSearch.Kafka.Export;

/// <summary>Lines for server.properties. Topic settings become the brokers' defaults for topics.</summary>
internal sealed class ServerPropertiesExporter : IExporter
{
    public string Name => "server.properties";

    public string ContentType => "text/plain; charset=utf-8";

    public string FileName => "server.properties";

    public string Write(Answer answer)
    {
        var text = new CommentedText().Comments(Remarks.Header(answer));
        foreach (var (name, line) in BrokerSettings.Of(answer))
        {
            var remark = Remarks.Of(line, answer.IsUndo);
            PropertiesText.Write(text.Line(), name, line.After, line.Parameter.Scope == ParameterScope.Topic ? $"{remark}; default of topics without {line.Setting} of their own" : remark);
        }

        return text.Elsewhere(BrokerSettings.TopicsOnly(answer).Concat(answer.In(ParameterScope.Jvm, ParameterScope.Producer, ParameterScope.Consumer, ParameterScope.Os, ParameterScope.Infra, ParameterScope.Custom))).ToString();
    }
}
