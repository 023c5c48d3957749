namespace TuneSearch.Core.Spaces;

/// <summary>What it takes to change a parameter on a running cluster; the order is that of rising cost.</summary>
public enum UpdateMode
{
    /// <summary>Set by the client when it connects; the brokers never see it.</summary>
    Client,

    /// <summary>Topic configuration, changed while the topic is in use.</summary>
    Topic,

    /// <summary>Dynamic broker configuration that may also be set once for the cluster.</summary>
    ClusterWide,

    /// <summary>Dynamic broker configuration, set broker by broker.</summary>
    PerBroker,

    /// <summary>A kernel setting, live at once.</summary>
    Sysctl,

    /// <summary>Read by the broker or its JVM at start only.</summary>
    Restart,

    /// <summary>Changed by a command of the user's.</summary>
    Hook,
}
