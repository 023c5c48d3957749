using System.Text.Json;
using System.Text.Json.Serialization;

namespace TuneSearch.Core.Spaces;

/// <summary>A configuration is a JSON object from parameter name to value.</summary>
public sealed class ConfigurationJsonConverter : JsonConverter<Configuration>
{
    public override Configuration Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Configuration.From(JsonSerializer.Deserialize<Dictionary<string, ParameterValue>>(ref reader, options) ?? []);

    public override void Write(Utf8JsonWriter writer, Configuration value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, (IReadOnlyDictionary<string, ParameterValue>)value.Values, options);
}
