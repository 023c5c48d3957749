using System.Globalization;
using TuneSearch.Core.Planning;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Kafka.Export;

/// <summary>A shell script of kafka-configs.sh calls: everything that changes while brokers run, thread pools in steps the brokers accept.</summary>
internal sealed class KafkaConfigsExporter : IExporter
{
    public string Name => "kafka-configs";

    public string ContentType => "text/x-shellscript; charset=utf-8";

    public string FileName => "apply-kafka-configs.sh";

    public string Write(Answer answer)
    {
        var text = new CommentedText().Line("#!/bin/sh").Comments(Remarks.Header(answer))
            .Comment("Usage: BOOTSTRAP=host:9092 [TOPICS='a b'] [KAFKA_HOME=...] [COMMAND_CONFIG=client.properties] sh " + FileName)
            .Line("set -eu")
            .Line("configs=\"${KAFKA_HOME:+$KAFKA_HOME/bin/}kafka-configs.sh\"")
            .Line("alter() { \"$configs\" --bootstrap-server \"${BOOTSTRAP:?set BOOTSTRAP to a broker}\" ${COMMAND_CONFIG:+--command-config \"$COMMAND_CONFIG\"} --alter \"$@\"; }");
        foreach (var line in answer.In(ParameterScope.Broker))
        {
            Broker(text.Line(), line, answer.IsUndo);
        }

        var topics = answer.In(ParameterScope.Topic).Where(line => !BrokerSettings.IsPartitions(line)).ToList();
        if (topics.Count > 0)
        {
            text.Line()
                .Comment("Up to Kafka 2.4 kafka-configs.sh alters topics through ZooKeeper only: set ZOOKEEPER to its address there.")
                .Line("alter_topic() { if [ -n \"${ZOOKEEPER:-}\" ]; then \"$configs\" --zookeeper \"$ZOOKEEPER\" --alter --entity-type topics \"$@\"; else alter --entity-type topics \"$@\"; fi; }")
                .Line("for topic in ${TOPICS:-}; do");
            foreach (var line in topics)
            {
                text.Comment(Remarks.Of(line, answer.IsUndo), "  ").Line($"  alter_topic --entity-name \"$topic\" {Change(line.Setting, line.After)}");
            }

            text.Line("done");
        }

        var others = answer.In(ParameterScope.Topic).Where(BrokerSettings.IsPartitions);
        return text.Elsewhere(others.Concat(answer.In(ParameterScope.Jvm, ParameterScope.Producer, ParameterScope.Consumer, ParameterScope.Os, ParameterScope.Infra, ParameterScope.Custom))).ToString();
    }

    private static void Broker(CommentedText text, AnswerLine line, bool isUndo)
    {
        if (line.NeedsRestart)
        {
            text.Comment(Remarks.Elsewhere(line, "read-only; --format server.properties"));
            return;
        }

        text.Comment(Remarks.Of(line, isUndo));
        foreach (var rung in Rungs(line))
        {
            text.Line($"alter --entity-type brokers --entity-default {Change(line.Setting, rung)}");
        }

        text.Line($"alter --entity-type brokers --entity-default {Change(line.Setting, line.After)}");
    }

    private static IEnumerable<string> Rungs(AnswerLine line)
    {
        var landing = line.After ?? line.Default;
        return line.IsPool && TryWhole(line.Before, out var from) && TryWhole(landing, out var to)
            ? (PoolLadder.Rungs([from], [to]) ?? []).Select(r => r.ToString(CultureInfo.InvariantCulture))
            : [];
    }

    private static bool TryWhole(string? text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    /// <summary>kafka-configs.sh takes a comma for the next setting, but between square brackets.</summary>
    private static string Change(string name, string? value) => value switch
    {
        null => $"--delete-config {ShellText.Quote(name)}",
        _ when value.Contains(',', StringComparison.Ordinal) => $"--add-config {ShellText.Quote($"{name}=[{value}]")}",
        _ => $"--add-config {ShellText.Quote($"{name}={value}")}",
    };
}
