using Confluent.Kafka.Admin;
using TuneSearch.Core.Planning;

namespace TuneSearch.Kafka.Clusters.Admin;

/// <summary>Turns what DescribeConfigs says of one broker into what is written where. Pure.</summary>
internal static class ConfigReading
{
    public static ClusterState Add(ClusterState state, string broker, IEnumerable<ConfigEntryResult> entries)
    {
        foreach (var entry in entries.Where(e => !e.IsSensitive))
        {
            // Older brokers list synonyms of other names (hours for milliseconds) as well; they are settings of their own.
            foreach (var synonym in entry.Synonyms.Where(s => s.Name == entry.Name))
            {
                if (PlaceOf(synonym.Source, broker) is { } place)
                {
                    state = state.With(new SettingEdit(new SettingId(place, entry.Name), synonym.Value));
                }
            }
        }

        return state;
    }

    private static Place? PlaceOf(ConfigSource source, string broker) => source switch
    {
        ConfigSource.DynamicBrokerConfig => Place.Broker(broker),
        ConfigSource.DynamicDefaultBrokerConfig => Place.Cluster,
        ConfigSource.StaticBrokerConfig => Place.Properties(broker),
        _ => null,
    };
}
