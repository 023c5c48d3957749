using TuneSearch.Core.Spaces;
using TuneSearch.Kafka.Load;

namespace TuneSearch.Kafka.Clusters.Admin;

/// <summary>Takes from a configuration what topics are made with. Pure.</summary>
internal static class TopicSettings
{
    public static IReadOnlyDictionary<string, string> Of(SearchSpace space, Configuration configuration) =>
        space.Parameters
            .Where(p => p.Scope == ParameterScope.Topic && !ClientSettingsMapper.PartitionParameters.Contains(p.SettingName) && configuration.TryGet(p.Name, out _))
            .ToDictionary(p => p.SettingName, p => configuration[p.Name].ToString(), StringComparer.Ordinal);
}
