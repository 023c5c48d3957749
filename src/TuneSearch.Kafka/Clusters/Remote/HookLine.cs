using System.Text.Json;
using System.Text.Json.Nodes;
using TuneSearch.Core.Planning;

namespace TuneSearch.Kafka.Clusters.Remote;

/// <summary>The JSON lines that a user's commands receive and answer (docs/configuration.md, «remote»). Pure.</summary>
internal static class HookLine
{
    /// <summary>For restartCommand: <c>{"broker":"1","properties":{"queued.max.requests":"900","socket.send.buffer.bytes":null},"jvm":{"heap":null}}</c>; null takes a line out of server.properties, and is «as found» for the JVM.</summary>
    public static string Restart(string broker, IEnumerable<SettingEdit> edits) => new JsonObject
    {
        ["broker"] = broker,
        ["properties"] = Values(edits, PlaceKind.Properties),
        ["jvm"] = Values(edits, PlaceKind.Jvm),
    }.ToJsonString();

    /// <summary>For applyCommand: <c>{"kernel":{"vm.swappiness":"1"},"infra":{"instance.type":"m6i.large"}}</c>; null is «as found».</summary>
    public static string Apply(IEnumerable<SettingEdit> edits) => new JsonObject
    {
        ["kernel"] = Values(edits, PlaceKind.Kernel),
        ["infra"] = Values(edits, PlaceKind.Hook),
    }.ToJsonString();

    /// <summary>The price an hour in the command's last line, as <c>{"price":1.5}</c>; null where it names none.</summary>
    public static double? Price(string output)
    {
        var line = output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).LastOrDefault();
        try
        {
            return line is null ? null : JsonNode.Parse(line)?["price"]?.GetValue<double>();
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static JsonObject Values(IEnumerable<SettingEdit> edits, PlaceKind kind) =>
        new(edits.Where(e => e.Id.Place.Kind == kind).Select(e => KeyValuePair.Create(e.Id.Name, (JsonNode?)e.Value)));
}
