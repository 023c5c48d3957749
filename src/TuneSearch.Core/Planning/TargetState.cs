using TuneSearch.Core.Spaces;

namespace TuneSearch.Core.Planning;

/// <summary>Works out what has to be written where for a configuration to count. A value that counts anyway is written nowhere.</summary>
public static class TargetState
{
    /// <param name="asFound">What was written before anything was changed; inactive parameters go back to it.</param>
    public static ClusterState Of(ClusterState running, ClusterState asFound, ClusterShape shape, IEnumerable<WantedSetting> wanted)
    {
        var target = running;

        // Topics last: what they fall back to is what the brokers will have.
        foreach (var setting in wanted.OrderBy(w => w.Rule.UpdateMode == UpdateMode.Topic ? 1 : 0))
        {
            target = setting.Value is { } value
                ? Place(target, shape, setting.Rule, value)
                : GiveBack(target, asFound, shape, setting.Rule);
        }

        return target;
    }

    private static ClusterState Place(ClusterState target, ClusterShape shape, SettingRule rule, string value) => rule.UpdateMode switch
    {
        UpdateMode.ClusterWide when shape.WritesClusterDefault => PlaceClusterWide(target, shape, rule, value),
        UpdateMode.ClusterWide or UpdateMode.PerBroker => shape.Brokers.Aggregate(target, (state, broker) =>
            Write(state, Planning.Place.Broker(broker), rule.Name, value, state[Planning.Place.Cluster, rule.Name] ?? state[Planning.Place.Properties(broker), rule.Name] ?? rule.Default)),
        UpdateMode.Topic => shape.Topics.Aggregate(target, (state, topic) =>
            Write(state, Planning.Place.Topic(topic), rule.Name, value, BehindTopic(state, shape, rule))),
        UpdateMode.Restart => shape.Brokers.Aggregate(target, (state, broker) => Write(state, StartPlace(rule, broker), rule.Name, value, rule.Default)),
        UpdateMode.Sysctl => Write(target, Planning.Place.Kernel, rule.Name, value, null),
        UpdateMode.Hook => Write(target, Planning.Place.Hook, rule.Name, value, null),
        _ => target,
    };

    /// <summary>A broker's own dynamic value hides the cluster's: where one was found, it is the one to change.</summary>
    private static ClusterState PlaceClusterWide(ClusterState target, ClusterShape shape, SettingRule rule, string value)
    {
        var shadowed = shape.Brokers.Where(b => target[Planning.Place.Broker(b), rule.Name] is not null).ToList();
        var open = shape.Brokers.Except(shadowed).ToList();
        var state = shadowed.Aggregate(target, (s, broker) => Write(s, Planning.Place.Broker(broker), rule.Name, value, null));
        if (open.Count == 0)
        {
            return state;
        }

        var countsAnyway = open.TrueForAll(b => SettingText.Same(state[Planning.Place.Properties(b), rule.Name] ?? rule.Default, value));
        return Write(state, Planning.Place.Cluster, rule.Name, value, countsAnyway ? value : null);
    }

    private static ClusterState GiveBack(ClusterState target, ClusterState asFound, ClusterShape shape, SettingRule rule)
    {
        IEnumerable<Place> places = rule.UpdateMode switch
        {
            UpdateMode.ClusterWide or UpdateMode.PerBroker => [Planning.Place.Cluster, .. shape.Brokers.Select(Planning.Place.Broker)],
            UpdateMode.Topic => shape.Topics.Select(Planning.Place.Topic),
            UpdateMode.Restart => shape.Brokers.Select(b => StartPlace(rule, b)),
            UpdateMode.Sysctl => [Planning.Place.Kernel],
            UpdateMode.Hook => [Planning.Place.Hook],
            _ => [],
        };
        return target.With(places.Select(p => new SettingEdit(new SettingId(p, rule.Name), asFound[p, rule.Name])));
    }

    private static Place StartPlace(SettingRule rule, string broker) =>
        rule.Scope == ParameterScope.Jvm ? Planning.Place.Jvm(broker) : Planning.Place.Properties(broker);

    private static string? BehindTopic(ClusterState state, ClusterShape shape, SettingRule rule) =>
        rule.BrokerSynonym is { } synonym && shape.Brokers.Length > 0
            ? state.Effective(rule with { Name = synonym }, shape.Brokers[0])
            : rule.Default;

    /// <param name="behind">What counts where nothing is written; null where that is not known.</param>
    private static ClusterState Write(ClusterState state, Place place, string name, string value, string? behind) =>
        state.With(new SettingEdit(new SettingId(place, name), SettingText.Same(value, behind) ? null : value));
}
