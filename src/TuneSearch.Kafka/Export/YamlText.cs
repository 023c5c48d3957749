using System.Globalization;
using System.Text.Json;

namespace TuneSearch.Kafka.Export;

/// <summary>Scalars of YAML 1.2, of which JSON's strings are a part. Pure.</summary>
public static class YamlText
{
    public static string Quote(string text) => JsonSerializer.Serialize(text, YamlJson.Options);

    /// <summary>Numbers and booleans as such, everything else in quotes.</summary>
    public static string Value(string text) =>
        text is "true" or "false" || long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) ? text : Quote(text);

    private static class YamlJson
    {
        /// <summary>Files are read by people: no escapes that YAML does not need.</summary>
        public static readonly JsonSerializerOptions Options = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    }
}
