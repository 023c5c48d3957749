namespace Orleans.Runtime;

/// <summary>Names a state of the grain and the storage provider that keeps it.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class PersistentStateAttribute(string stateName, string? storageName = null) : Attribute
{
    public string StateName { get; } = stateName;

    /// <summary>Null for the provider that is registered without a name.</summary>
    public string? StorageName { get; } = storageName;
}
