using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using TuneSearch.Core.Annealing;
using TuneSearch.Core.Quantities;
using TuneSearch.Core.Spaces.Drafts;
using TuneSearch.Core.Workloads;
using TuneSearch.Files.Records;

namespace TuneSearch.Files.Schemas;

/// <summary>Writes records as JSON schema; records that are used below others become definitions.</summary>
internal sealed class SchemaWriter
{
    public static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const string Duration = @"^[0-9.]+(ns|us|µs|ms|s|seconds|m|min|h|d)$";
    private const string Size = @"^[0-9.]+ ?(B|bytes|kB|KB|MB|GB|TB|KiB|MiB|GiB|TiB)$";
    private const string Percent = @"^[0-9.]+ ?%$";

    public JsonObject Definitions { get; } = [];

    public JsonObject Record(Type type, string? discriminator = null, string? name = null)
    {
        var properties = new JsonObject();
        if (discriminator is not null)
        {
            properties[discriminator] = new JsonObject { ["const"] = name };
        }

        var shape = RecordShape.Of(type);
        foreach (var key in shape.Keys)
        {
            properties[key.Name] = type == typeof(AnnealingOptions) && AnnealingIngredients.Names.TryGetValue(key.Name, out var known)
                ? new JsonObject { ["enum"] = new JsonArray([.. known]) }
                : Value(key.Type, key);
        }

        var schema = new JsonObject { ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false };
        var required = shape.Keys.Where(key => key.IsRequired).Select(key => (JsonNode)key.Name).ToArray();
        if (required.Length > 0)
        {
            schema["required"] = new JsonArray(required);
        }

        return schema;
    }

    private JsonObject Value(Type type, KeyShape key)
    {
        if (type == typeof(string) || type == typeof(RawValue))
        {
            return new JsonObject { ["type"] = new JsonArray("string", "number", "boolean") };
        }

        if (type == typeof(bool))
        {
            return new JsonObject { ["type"] = "boolean" };
        }

        if (type.IsEnum)
        {
            return new JsonObject { ["enum"] = new JsonArray([.. ScalarReader.NamesOf(type)]) };
        }

        if (type == typeof(TimeSpan))
        {
            return new JsonObject { ["type"] = "string", ["pattern"] = Duration };
        }

        return ScalarReader.IsNumber(type) ? Number(type, key) : Compound(type, key);
    }

    private static JsonObject Number(Type type, KeyShape key)
    {
        var number = new JsonObject { ["type"] = ScalarReader.IsWhole(type) ? "integer" : "number" };
        if (key.Range is { } range)
        {
            number["minimum"] = JsonValue.Create(Convert.ToDouble(range.Minimum, System.Globalization.CultureInfo.InvariantCulture));
            number["maximum"] = JsonValue.Create(Convert.ToDouble(range.Maximum, System.Globalization.CultureInfo.InvariantCulture));
        }

        var pattern = key.Dimension switch
        {
            Dimension.Size => Size,
            Dimension.Ratio => Percent,
            Dimension.Time => Duration,
            _ => null,
        };
        return pattern is null ? number : OneOf(number, new JsonObject { ["type"] = "string", ["pattern"] = pattern });
    }

    private JsonObject Compound(Type type, KeyShape key)
    {
        var generic = type.IsGenericType ? type.GetGenericTypeDefinition() : null;
        if (generic == typeof(ImmutableArray<>))
        {
            var element = type.GetGenericArguments()[0];
            var list = new JsonObject { ["type"] = "array", ["items"] = Value(element, key) };
            return element == typeof(string) ? OneOf(list, new JsonObject { ["type"] = "string" }) : list;
        }

        if (generic == typeof(ImmutableSortedDictionary<,>))
        {
            return new JsonObject { ["type"] = "object", ["additionalProperties"] = Value(type.GetGenericArguments()[1], key) };
        }

        if (generic == typeof(FileOr<>))
        {
            return OneOf(new JsonObject { ["type"] = "string", ["description"] = "A path, relative to this file." }, Defined(type.GetGenericArguments()[0]));
        }

        if (type == typeof(ParameterDraft))
        {
            return OneOf(new JsonObject { ["type"] = "string" }, Defined(type));
        }

        return type == typeof(SizeDistribution) ? OneOf(new JsonObject { ["type"] = new JsonArray("integer", "string") }, Defined(type)) : Defined(type);
    }

    private JsonObject Defined(Type type)
    {
        var name = char.ToLowerInvariant(type.Name[0]) + type.Name[1..];
        if (!Definitions.ContainsKey(name))
        {
            Definitions[name] = new JsonObject();
            Definitions[name] = UnionShape.Of(type) is { } union ? Union(union) : Record(type);
        }

        return new JsonObject { ["$ref"] = $"#/$defs/{name}" };
    }

    private JsonObject Union(UnionShape union)
    {
        var cases = union.Cases.Select(pair => (JsonNode)Record(pair.Value, union.Key, pair.Key)).ToArray();
        var words = new JsonObject { ["enum"] = new JsonArray([.. union.Cases.Keys.Select(key => (JsonNode)key)]) };
        return new JsonObject { ["anyOf"] = new JsonArray([words, .. cases]) };
    }

    private static JsonObject OneOf(params JsonNode[] schemas) => new() { ["anyOf"] = new JsonArray(schemas) };
}
