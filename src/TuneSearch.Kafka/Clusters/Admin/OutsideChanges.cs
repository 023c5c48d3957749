using TuneSearch.Core.Spaces;

namespace TuneSearch.Kafka.Clusters.Admin;

/// <summary>Counts client and topic settings that differ: changes too, though no broker hears of them before the next episode. Pure.</summary>
internal static class OutsideChanges
{
    public static int Count(SearchSpace space, Configuration? before, Configuration after) =>
        space.Parameters.Where(p => p.Scope is ParameterScope.Producer or ParameterScope.Consumer or ParameterScope.Topic)
            .Count(p => ValueOf(before, p.Name) != ValueOf(after, p.Name));

    private static ParameterValue? ValueOf(Configuration? configuration, string name) =>
        configuration is not null && configuration.TryGet(name, out var value) ? value : null;
}
