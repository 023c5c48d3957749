using System.Collections.Immutable;
using Confluent.Kafka.Admin;
using TuneSearch.Core.Planning;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Kafka.Catalogue;

/// <summary>Holds the catalogue against what a live broker says of itself. Pure.</summary>
internal static class CatalogueComparison
{
    /// <summary>One line for each difference: names that the broker lacks, other defaults, settings that are (not) read-only against the catalogue.</summary>
    public static ImmutableArray<string> Differences(KafkaCatalogue catalogue, IReadOnlyCollection<ConfigEntryResult> broker)
    {
        var live = broker.ToDictionary(e => e.Name, StringComparer.Ordinal);
        return [.. catalogue.Entries.Where(e => e.Scope == ParameterScope.Broker).OrderBy(e => e.Name, StringComparer.Ordinal).SelectMany(e => Of(e, live.GetValueOrDefault(e.Name)))];
    }

    private static IEnumerable<string> Of(KafkaSetting setting, ConfigEntryResult? live)
    {
        if (live is null)
        {
            yield return $"{setting.Name}: the broker does not know it; the catalogue has it since Kafka {setting.Since}";
            yield break;
        }

        if (live.IsReadOnly != (setting.UpdateMode == UpdateMode.Restart))
        {
            yield return $"{setting.Name}: the broker says {(live.IsReadOnly ? "read-only" : "dynamic")}, the catalogue {setting.UpdateMode}";
        }

        var reported = live.Synonyms.FirstOrDefault(s => s.Source == ConfigSource.DefaultConfig && s.Name == setting.Name)?.Value
            ?? (live.Source == ConfigSource.DefaultConfig ? live.Value : null);
        if (reported is not null && !SettingText.Same(reported, setting.Default.ToString()))
        {
            yield return $"{setting.Name}: the broker's default is {reported}, the catalogue's {setting.Default}";
        }
    }
}
