using System.Collections.Immutable;
using TuneSearch.Core.Spaces;
using TuneSearch.Core.Workloads;
using TuneSearch.Kafka.Catalogue;

namespace TuneSearch.Kafka.Import;

/// <summary>Takes what a Kafka driver file of OpenMessaging Benchmark says of clients: promises into the profile, the rest into librdkafka's words. Pure.</summary>
internal static class OpenMessagingDriver
{
    private static readonly KafkaCatalogue Catalogue = CatalogueReader.Read(CatalogueReader.Versions[^1]);

    public static (Profile Profile, ImmutableSortedDictionary<string, string> Client) Apply(OpenMessagingKeys keys, Profile profile, List<string> lost)
    {
        var client = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in keys.Properties("producerConfig"))
        {
            if (name == "acks")
            {
                profile = profile with { Acks = value switch { "0" => AckLevel.None, "1" => AckLevel.Leader, _ => AckLevel.All } };
            }
            else
            {
                Carry("producerConfig", ParameterScope.Producer, name, value, client, lost);
            }
        }

        foreach (var (name, value) in keys.Properties("consumerConfig"))
        {
            Carry("consumerConfig", ParameterScope.Consumer, name, value, client, lost);
        }

        lost.AddRange(keys.Properties("commonConfig").Select(p => IsConnection(p.Key)
            ? $"driver.commonConfig.{p.Key}: the job's cluster says how it is reached"
            : $"driver.commonConfig.{p.Key}: {p.Value}; give it as a client parameter of the space where it matters"));
        lost.AddRange(keys.Properties("topicConfig").Select(p => $"driver.topicConfig.{p.Key}: {p.Value}; give it as a topic parameter of the space"));
        if (keys.Text("replicationFactor") is { } replicas)
        {
            lost.Add($"driver.replicationFactor: {replicas}; topics have as many replicas as there are brokers, up to 3");
        }

        _ = (keys.Text("name"), keys.Text("driverClass"), keys.Text("reset"));
        lost.AddRange(keys.Unread.Select(key => $"driver.{key}: not known here"));
        return (profile, client.ToImmutable());
    }

    private static bool IsConnection(string name) =>
        name == "bootstrap.servers" || Array.Exists(["security.", "sasl.", "ssl."], prefix => name.StartsWith(prefix, StringComparison.Ordinal));

    private static void Carry(string section, ParameterScope scope, string java, string value, ImmutableSortedDictionary<string, string>.Builder client, List<string> lost)
    {
        if (java is "enable.auto.commit" or "auto.offset.reset")
        {
            lost.Add($"driver.{section}.{java}: {value}; the profile's commits and the load engine say that");
        }
        else if (Catalogue.ClientNames.FirstOrDefault(n => n.Scope == scope && n.Java == java) is { } name)
        {
            client[name.Librdkafka] = name.FromJava(value);
        }
        else
        {
            lost.Add($"driver.{section}.{java}: {value}; librdkafka has no such setting, or this project does not know it");
        }
    }
}
