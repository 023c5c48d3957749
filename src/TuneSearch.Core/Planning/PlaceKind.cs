namespace TuneSearch.Core.Planning;

/// <summary>The kinds of places where a setting's value can be written.</summary>
public enum PlaceKind
{
    /// <summary>The dynamic default of all brokers.</summary>
    Cluster,

    /// <summary>The dynamic value of one broker; goes before the cluster's.</summary>
    Broker,

    /// <summary>A topic's own configuration.</summary>
    Topic,

    /// <summary>A broker's server.properties; read at its start only.</summary>
    Properties,

    /// <summary>The flags of a broker's Java virtual machine; read at its start only.</summary>
    Jvm,

    /// <summary>A kernel setting of the brokers' hosts.</summary>
    Kernel,

    /// <summary>Whatever the user's own command changes.</summary>
    Hook,
}
