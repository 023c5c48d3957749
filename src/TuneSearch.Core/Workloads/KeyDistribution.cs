using System.Text.Json.Serialization;

namespace TuneSearch.Core.Workloads;

/// <summary>Which key a message carries, and so which partition it goes to.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "keys")]
[JsonDerivedType(typeof(NoKeys), "none")]
[JsonDerivedType(typeof(UniformKeys), "uniform")]
[JsonDerivedType(typeof(ZipfKeys), "zipf")]
public abstract record KeyDistribution;

public sealed record NoKeys : KeyDistribution;

public sealed record UniformKeys(int Distinct) : KeyDistribution;

/// <param name="Exponent">Skew: 0 is uniform, 1 the classic law.</param>
public sealed record ZipfKeys(int Distinct, double Exponent = 1) : KeyDistribution;
