using System.Text.Json;
using System.Text.Json.Serialization;

using TuneSearch.Core.Storage;

namespace TuneSearch.Daemon.Api;

/// <summary>How the API writes and reads JSON; clients use the same. The domain's own form, so that a document can be stored as it was sent.</summary>
public static class ApiJson
{
    public static readonly JsonSerializerOptions Options = CoreJson.Options;

    /// <summary>Makes a framework's own options write the same.</summary>
    internal static void Configure(JsonSerializerOptions options)
    {
        options.DefaultIgnoreCondition = Options.DefaultIgnoreCondition;
        options.NumberHandling = Options.NumberHandling;
        foreach (var converter in Options.Converters.Where(converter => converter is JsonConverterFactory))
        {
            options.Converters.Add(converter);
        }
    }
}
