using System.Collections.Frozen;
using System.Globalization;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Kafka.Load;

/// <summary>librdkafka's own names pass as they are; the few of Java's clients that differ are translated, with their units.</summary>
/// <remarks>librdkafka, CONFIGURATION.md; KIP-91 and KIP-480 for the Java side.</remarks>
public sealed class LibrdkafkaSettingNames : IClientSettingNames
{
    private static readonly FrozenDictionary<string, string> Aliases = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["fetch.max.wait.ms"] = "fetch.wait.max.ms",
        ["max.partition.fetch.bytes"] = "fetch.message.max.bytes",
        ["send.buffer.bytes"] = "socket.send.buffer.bytes",
        ["receive.buffer.bytes"] = "socket.receive.buffer.bytes",
        ["delivery.timeout.ms"] = "message.timeout.ms",
        ["max.request.size"] = "message.max.bytes",
        ["metadata.max.age.ms"] = "topic.metadata.refresh.interval.ms",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public ClientSetting? Translate(ParameterScope scope, string name, ParameterValue value)
    {
        if (name == "buffer.memory" && value.IsNumber)
        {
            // Java counts bytes, librdkafka kibibytes.
            return new ClientSetting("queue.buffering.max.kbytes", Math.Max(1, (long)(value.AsNumber() / 1024)).ToString(CultureInfo.InvariantCulture));
        }

        return new ClientSetting(Aliases.GetValueOrDefault(name, name), value.ToString());
    }
}
