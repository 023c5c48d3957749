using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace TuneSearch.Core.Workloads;

/// <summary>Which key a message carries, and so which partition it goes to.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "distribution")]
[JsonDerivedType(typeof(NoKeys), "none")]
[JsonDerivedType(typeof(UniformKeys), "uniform")]
[JsonDerivedType(typeof(ZipfKeys), "zipf")]
public abstract record KeyDistribution;

public sealed record NoKeys : KeyDistribution;

public sealed record UniformKeys([property: Range(1, 1_000_000_000)] int Distinct) : KeyDistribution;

/// <param name="Exponent">Skew: 0 is uniform, 1 the classic law.</param>
public sealed record ZipfKeys(
    [property: Range(1, 1_000_000_000)] int Distinct,
    [property: Range(0.0, 10.0)] double Exponent = 1) : KeyDistribution;
