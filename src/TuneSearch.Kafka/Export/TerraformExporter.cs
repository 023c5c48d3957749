using System.Text.RegularExpressions;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Kafka.Export;

/// <summary>Terraform: broker settings as an aws_msk_configuration, topic and infrastructure settings as locals for resources to read.</summary>
internal sealed partial class TerraformExporter : IExporter
{
    public string Name => "terraform";

    public string ContentType => "text/plain; charset=utf-8";

    public string FileName => "tunesearch.tf";

    public string Write(Answer answer)
    {
        var text = new CommentedText().Comments(Remarks.Header(answer)).Line()
            .Line("resource \"aws_msk_configuration\" \"tunesearch\" {")
            .Line($"  name              = {Quote(NotAllowedInNames().Replace(answer.Job.Name, "-"))}")
            .Line("  server_properties = <<-PROPERTIES");
        foreach (var line in answer.In(ParameterScope.Broker))
        {
            var name = Literal(PropertiesValue.EscapeName(line.Setting));
            text.Comment(Literal(Remarks.Of(line, answer.IsUndo)), "    ");
            text.Line(line.After is null ? $"    # remove the line: {name}" : $"    {name} = {Literal(PropertiesValue.Escape(line.After))}");
        }

        text.Line("  PROPERTIES").Line("}").Line().Line("locals {");
        Map(text, "tunesearch_topic_config", answer.In(ParameterScope.Topic).Where(line => !BrokerSettings.IsPartitions(line)), answer.IsUndo);
        Map(text, "tunesearch_infrastructure", answer.In(ParameterScope.Infra), answer.IsUndo);
        text.Line("}");
        return text.Elsewhere(answer.In(ParameterScope.Topic).Where(BrokerSettings.IsPartitions).Concat(answer.In(ParameterScope.Jvm, ParameterScope.Producer, ParameterScope.Consumer, ParameterScope.Os, ParameterScope.Custom))).ToString();
    }

    private static void Map(CommentedText text, string name, IEnumerable<AnswerLine> lines, bool isUndo)
    {
        text.Line($"  {name} = {{");
        foreach (var line in lines)
        {
            text.Comment(Remarks.Of(line, isUndo), "    ").Line($"    {Quote(line.Setting)} = {(line.After is null ? "null" : Quote(line.After))}");
        }

        text.Line("  }");
    }

    private static string Quote(string text) => "\"" + Literal(text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal)) + "\"";

    /// <summary>HCL reads ${ and %{ as templates, in heredocs and their «comments» too.</summary>
    private static string Literal(string text) => text.Replace("${", "$${", StringComparison.Ordinal).Replace("%{", "%%{", StringComparison.Ordinal);

    [GeneratedRegex("[^A-Za-z0-9-]")]
    private static partial Regex NotAllowedInNames();
}
