using System.Text.Json;
using System.Text.Json.Serialization;

namespace TuneSearch.Core.Spaces;

/// <summary>Writes a value as the JSON scalar it is; a real that happens to be whole keeps its point, so that its kind survives.</summary>
public sealed class ParameterValueJsonConverter : JsonConverter<ParameterValue>
{
    public override ParameterValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.True => ParameterValue.Boolean(true),
            JsonTokenType.False => ParameterValue.Boolean(false),
            JsonTokenType.String => ParameterValue.Text(reader.GetString()!),
            JsonTokenType.Number when reader.TryGetInt64(out var integer) => ParameterValue.Integer(integer),
            JsonTokenType.Number => ParameterValue.Real(reader.GetDouble()),
            _ => throw new JsonException($"A parameter value is a number, a string or a boolean, not {reader.TokenType}."),
        };

    public override void Write(Utf8JsonWriter writer, ParameterValue value, JsonSerializerOptions options)
    {
        switch (value.Kind)
        {
            case ParameterValueKind.Integer:
                writer.WriteNumberValue(value.AsInteger());
                break;
            case ParameterValueKind.Real:
                var text = value.ToString();
                writer.WriteRawValue(text.AsSpan().IndexOfAny('.', 'E') < 0 ? text + ".0" : text);
                break;
            case ParameterValueKind.Boolean:
                writer.WriteBooleanValue(value.AsBoolean());
                break;
            default:
                writer.WriteStringValue(value.ToString());
                break;
        }
    }
}
