using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace TuneSearch.Core.Clusters;

/// <summary>Which test cluster a job runs on; one record a driver, each with that driver's own settings.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "driver")]
[JsonDerivedType(typeof(SimulatedClusterSpec), "simulated")]
[JsonDerivedType(typeof(EmbeddedClusterSpec), "embedded")]
[JsonDerivedType(typeof(CommandClusterSpec), "command")]
[JsonDerivedType(typeof(ProcessClusterSpec), "process")]
[JsonDerivedType(typeof(RemoteClusterSpec), "remote")]
public abstract record ClusterSpec
{
    /// <summary>The driver's name as job files write it.</summary>
    [JsonIgnore]
    public abstract string Driver { get; }

    /// <summary>How many test clusters of this kind may be used at once: the most trials in flight.</summary>
    [Range(1, 64)]
    public int Clusters { get; init; } = 1;

    /// <summary>Whether the same configuration measured again shows other numbers. Real clusters always do.</summary>
    [JsonIgnore]
    public virtual bool IsNoisy => true;

    /// <summary>What episodes on this cluster show beside the metrics of messages; objectives may name it.</summary>
    [JsonIgnore]
    public virtual ImmutableArray<string> Telemetry => [];
}
