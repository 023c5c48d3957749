using TuneSearch.Core.Spaces;
using TuneSearch.Kafka.Load;

namespace TuneSearch.Kafka.Export;

/// <summary>Which of an answer's settings brokers have, and under which name. Pure.</summary>
internal static class BrokerSettings
{
    /// <summary>Broker settings, and topic settings under their brokers' names; a broker setting of the same name goes before.</summary>
    public static IEnumerable<(string Name, AnswerLine Line)> Of(Answer answer) =>
        answer.In(ParameterScope.Broker).Select(l => (l.Setting, l))
            .Concat(answer.In(ParameterScope.Topic).Where(l => SynonymOf(l) is not null).Select(l => (SynonymOf(l)!, l)))
            .DistinctBy(s => s.Item1)
            .OrderBy(s => s.Item1, StringComparer.Ordinal);

    /// <summary>Topic settings that no default of the brokers stands for.</summary>
    public static IEnumerable<AnswerLine> TopicsOnly(Answer answer) => answer.In(ParameterScope.Topic).Except(Of(answer).Select(setting => setting.Line));

    /// <summary>Whether it is a topic's shape and not among its configs.</summary>
    public static bool IsPartitions(AnswerLine line) => line.Parameter.Scope == ParameterScope.Topic && ClientSettingsMapper.PartitionParameters.Contains(line.Setting);

    public static string? SynonymOf(AnswerLine line) => Answer.Catalogue.Find(ParameterScope.Topic, line.Setting)?.BrokerSynonym;

    /// <summary>The form that carries what another one cannot.</summary>
    public static string HomeOf(AnswerLine line) => line.Parameter.Scope switch
    {
        ParameterScope.Jvm => "--format jvm",
        ParameterScope.Producer => "--format java-producer or librdkafka-producer",
        ParameterScope.Consumer => "--format java-consumer or librdkafka-consumer",
        ParameterScope.Os => "--format sysctl",
        ParameterScope.Infra => "--format terraform",
        ParameterScope.Topic when IsPartitions(line) => $"kafka-topics.sh --alter --topic NAME --partitions {line.After ?? line.Before}; partitions can only be added",
        ParameterScope.Topic => "--format kafka-configs",
        ParameterScope.Custom => "--format properties",
        _ => "--format server.properties",
    };
}
