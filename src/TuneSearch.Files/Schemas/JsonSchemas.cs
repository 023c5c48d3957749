using System.Text.Json.Nodes;
using TuneSearch.Core.Annealing;
using TuneSearch.Core.Spaces.Drafts;
using TuneSearch.Core.Workloads;
using TuneSearch.Files.Jobs;
using TuneSearch.Files.Yaml;

namespace TuneSearch.Files.Schemas;

/// <summary>JSON schemas (2020-12) of the kinds of files, for editors; made of the same records that read them, so they can not differ.</summary>
public static class JsonSchemas
{
    /// <summary>The schema as indented JSON, closed by a line feed.</summary>
    public static string Of(FileKind kind)
    {
        var writer = new SchemaWriter();
        var body = writer.Record(kind switch
        {
            FileKind.SearchSpace => typeof(SpaceDraft),
            FileKind.Profile => typeof(Profile),
            FileKind.Relevance => typeof(Relevance),
            _ => typeof(JobFile),
        });
        var properties = new JsonObject
        {
            ["apiVersion"] = new JsonObject { ["const"] = ParsedFile.ApiVersion },
            ["kind"] = new JsonObject { ["const"] = kind.ToString() },
        };
        foreach (var (name, property) in body["properties"]!.AsObject())
        {
            properties[name] = property!.DeepClone();
        }

        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = $"TuneSearch {kind}",
            ["type"] = "object",
            ["required"] = new JsonArray(["apiVersion", "kind", .. (body["required"]?.AsArray() ?? []).Select(key => key!.DeepClone())]),
            ["properties"] = properties,
            ["additionalProperties"] = false,
        };
        if (writer.Definitions.Count > 0)
        {
            schema["$defs"] = writer.Definitions;
        }

        return schema.ToJsonString(SchemaWriter.Json) + "\n";
    }
}
