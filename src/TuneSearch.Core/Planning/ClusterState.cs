using System.Collections.Immutable;

namespace TuneSearch.Core.Planning;

/// <summary>Every value that is written anywhere on a cluster. Defaults are written nowhere, so they are not in it.</summary>
public sealed class ClusterState : IEquatable<ClusterState>
{
    public static readonly ClusterState Empty = new(ImmutableSortedDictionary<SettingId, string>.Empty);

    public ClusterState(ImmutableSortedDictionary<SettingId, string> values) => Values = values;

    public ImmutableSortedDictionary<SettingId, string> Values { get; }

    public string? this[Place place, string name] => Values.GetValueOrDefault(new SettingId(place, name));

    public string? this[SettingId id] => Values.GetValueOrDefault(id);

    public ClusterState With(SettingEdit edit) =>
        new(edit.Value is null ? Values.Remove(edit.Id) : Values.SetItem(edit.Id, edit.Value));

    public ClusterState With(IEnumerable<SettingEdit> edits) => edits.Aggregate(this, (state, edit) => state.With(edit));

    /// <summary>The value that counts on a broker: its own dynamic one, else the cluster's, else its file's, else the default.</summary>
    public string? Effective(SettingRule rule, string broker) =>
        this[Place.Broker(broker), rule.Name] ?? this[Place.Cluster, rule.Name] ?? this[Place.Properties(broker), rule.Name] ?? rule.Default;

    /// <summary>The edits that make this state <paramref name="target"/>, in order of place and name.</summary>
    public ImmutableArray<SettingEdit> EditsTo(ClusterState target) =>
    [
        .. Values.Keys.Union(target.Values.Keys).Order()
            .Where(id => !SettingText.Same(this[id], target[id]))
            .Select(id => new SettingEdit(id, target[id])),
    ];

    public bool Equals(ClusterState? other) => other is not null && EditsTo(other).IsEmpty;

    public override bool Equals(object? obj) => Equals(obj as ClusterState);

    public override int GetHashCode() => Values.Count;
}
