using TuneSearch.Core.Spaces;
using TuneSearch.Kafka.Clusters.Processes;

namespace TuneSearch.Kafka.Export;

/// <summary>A Strimzi <c>Kafka</c> resource with what changes, to be merged into the cluster's own (kubectl patch --type merge).</summary>
internal sealed class StrimziExporter : IExporter
{
    private const string Indent = "      ";

    public string Name => "strimzi";

    public string ContentType => "application/yaml";

    public string FileName => "strimzi-kafka.yaml";

    public string Write(Answer answer)
    {
        var text = new CommentedText().Comments(Remarks.Header(answer))
            .Comment("Merge it: kubectl patch kafka NAME --type merge --patch-file " + FileName)
            .Line("apiVersion: kafka.strimzi.io/v1beta2")
            .Line("kind: Kafka")
            .Line("metadata:")
            .Line("  name: my-cluster")
            .Line("spec:")
            .Line("  kafka:");
        Config(text, answer);
        Jvm(text, answer);
        return text.Elsewhere(BrokerSettings.TopicsOnly(answer).Concat(answer.In(ParameterScope.Producer, ParameterScope.Consumer, ParameterScope.Os, ParameterScope.Infra, ParameterScope.Custom))).ToString();
    }

    private static void Config(CommentedText text, Answer answer)
    {
        var settings = BrokerSettings.Of(answer).ToList();
        var allowed = settings.Where(s => StrimziRules.Allows(s.Name)).ToList();
        text.Line(allowed.Count == 0 ? "    config: {}" : "    config:");
        foreach (var (name, line) in allowed)
        {
            // A merge patch takes a key out where its value is null.
            text.Comment(Remarks.Of(line, answer.IsUndo), Indent).Line($"{Indent}{YamlText.Quote(name)}: {(line.After is null ? "null" : YamlText.Value(line.After))}");
        }

        foreach (var (name, line) in settings.Except(allowed))
        {
            text.Comment(Remarks.Elsewhere(line, $"Strimzi forbids '{name}' in spec.kafka.config"), Indent);
        }
    }

    private static void Jvm(CommentedText text, Answer answer)
    {
        var lines = answer.In(ParameterScope.Jvm).ToList();
        if (lines.Count == 0)
        {
            return;
        }

        text.Line("    jvmOptions:");
        if (lines.Find(l => l.Setting == "heap") is { } heap)
        {
            text.Comment(Remarks.Of(heap, answer.IsUndo), Indent);
            var size = heap.After is null ? "null" : YamlText.Quote(heap.After + "m");
            text.Line($"{Indent}\"-Xms\": {size}").Line($"{Indent}\"-Xmx\": {size}");
        }

        text.Comments(lines.Where(l => l.Setting != "heap").Select(l => $"{l.Parameter.Name}: {Remarks.Of(l, answer.IsUndo)}"), Indent);
        text.Line($"{Indent}\"-XX\":");
        foreach (var flag in JvmEnvironment.PerformanceFlags(JvmSettings.Of(answer)).Where(f => f.StartsWith("-XX:", StringComparison.Ordinal)))
        {
            var (name, value) = flag["-XX:".Length..] switch
            {
                ['+', .. var on] => (on, "true"),
                ['-', .. var off] => (off, "false"),
                var assigned => (assigned.Split('=')[0], assigned.Split('=')[1]),
            };
            text.Line($"{Indent}  {YamlText.Quote(name)}: {YamlText.Quote(value)}");
        }
    }
}
