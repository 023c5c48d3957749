using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using TuneSearch.Core.Quantities;

namespace TuneSearch.Core.Clusters;

/// <summary>A deterministic model of a broker fleet.</summary>
public sealed record SimulatedClusterSpec : ClusterSpec
{
    public override string Driver => "simulated";

    [JsonIgnore]
    public override bool IsNoisy => Noise > 0 || Drift != 0;

    [Range(1, 64)]
    public int Brokers { get; init; } = 3;

    /// <summary>Standard deviation of the multiplicative noise, 0.02 = 2 %.</summary>
    [Range(0.0, 1.0), CountsIn(Dimension.Ratio)]
    public double Noise { get; init; } = 0.02;

    /// <summary>Relative drift of the machine's speed over an hour of measuring.</summary>
    [Range(-1.0, 1.0), CountsIn(Dimension.Ratio)]
    public double Drift { get; init; }

    /// <summary>Share of trials that fail for no reason of the configuration's, 0 to 1.</summary>
    [Range(0.0, 1.0), CountsIn(Dimension.Ratio)]
    public double FaultRate { get; init; }

    /// <summary>The model's own seed: which rugged landscape it is.</summary>
    public ulong Landscape { get; init; } = 1;
}
