using System.Collections.Immutable;
using TuneSearch.Core.Planning;
using TuneSearch.Core.Spaces;
using TuneSearch.Kafka.Catalogue;

namespace TuneSearch.Kafka.Planning;

/// <summary>Turns what the catalogue and the search space know into what the planner has to know.</summary>
internal static class SettingRules
{
    public static SettingRule Of(KafkaSetting entry) =>
        new(entry.Name, entry.Scope, entry.UpdateMode, DefaultOf(entry)) { IsPool = entry.IsPool, BrokerSynonym = entry.BrokerSynonym };

    public static ImmutableArray<SettingRule> Pools(KafkaCatalogue catalogue) => [.. catalogue.Entries.Where(entry => entry.IsPool).Select(Of)];

    /// <summary>A parameter of a space: as the catalogue knows it, else as the space describes it.</summary>
    public static SettingRule Of(Parameter parameter, KafkaCatalogue catalogue) =>
        catalogue.Find(parameter.Scope, parameter.SettingName) is { } entry
            ? Of(entry)
            // A space's default is what the job starts from; what an unknown setting falls back to, nobody here knows.
            : new SettingRule(parameter.SettingName, parameter.Scope, ModeOf(parameter), Default: null);

    /// <summary>What a configuration wants of brokers and hosts; inactive parameters are wanted as found.</summary>
    public static ImmutableArray<WantedSetting> Wanted(SearchSpace space, Configuration configuration, KafkaCatalogue catalogue) =>
    [
        .. space.Parameters.Select(p => new WantedSetting(
            Of(p, catalogue), configuration.TryGet(p.Name, out var value) ? value.ToString() : null)),
    ];

    /// <summary>What a space without a mode says of its scope: the dearest way that always works.</summary>
    private static UpdateMode ModeOf(Parameter parameter) => (parameter.Scope, parameter.UpdateMode) switch
    {
        (ParameterScope.Broker or ParameterScope.Jvm, UpdateMode.Client) => UpdateMode.Restart,
        (ParameterScope.Topic, UpdateMode.Client) => UpdateMode.Topic,
        (ParameterScope.Os, UpdateMode.Client) => UpdateMode.Sysctl,
        (ParameterScope.Infra, UpdateMode.Client) => UpdateMode.Hook,
        (_, var mode) => mode,
    };

    private static string? DefaultOf(KafkaSetting entry) =>
        entry.UpdateMode is UpdateMode.Sysctl or UpdateMode.Hook ? null : entry.Default.ToString();
}
