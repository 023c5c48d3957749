namespace TuneSearch.Core.Planning;

/// <summary>One place where settings are written.</summary>
/// <param name="Entity">The broker's id or the topic's name; empty where there is only one such place.</param>
public readonly record struct Place(PlaceKind Kind, string Entity) : IComparable<Place>
{
    public static readonly Place Cluster = new(PlaceKind.Cluster, string.Empty);

    public static readonly Place Kernel = new(PlaceKind.Kernel, string.Empty);

    public static readonly Place Hook = new(PlaceKind.Hook, string.Empty);

    /// <summary>Whether a value written here counts at once.</summary>
    public bool IsDynamic => Kind is PlaceKind.Cluster or PlaceKind.Broker or PlaceKind.Topic;

    /// <summary>Whether a value written here counts from the broker's next start.</summary>
    public bool NeedsRestart => Kind is PlaceKind.Properties or PlaceKind.Jvm;

    public static Place Broker(string id) => new(PlaceKind.Broker, id);

    public static Place Topic(string name) => new(PlaceKind.Topic, name);

    public static Place Properties(string broker) => new(PlaceKind.Properties, broker);

    public static Place Jvm(string broker) => new(PlaceKind.Jvm, broker);

    public int CompareTo(Place other) =>
        Kind != other.Kind ? Kind.CompareTo(other.Kind) : string.CompareOrdinal(Entity, other.Entity);

    public static bool operator <(Place left, Place right) => left.CompareTo(right) < 0;

    public static bool operator >(Place left, Place right) => left.CompareTo(right) > 0;

    public static bool operator <=(Place left, Place right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Place left, Place right) => left.CompareTo(right) >= 0;

    public override string ToString() => Kind switch
    {
        PlaceKind.Cluster => "all brokers",
        PlaceKind.Broker => $"broker {Entity}",
        PlaceKind.Topic => $"topic {Entity}",
        PlaceKind.Properties => $"server.properties of broker {Entity}",
        PlaceKind.Jvm => $"JVM of broker {Entity}",
        PlaceKind.Kernel => "kernel",
        _ => "hook",
    };
}
