using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace TuneSearch.Core.Workloads;

/// <summary>Message sizes in bytes, payload without key.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "distribution")]
[JsonDerivedType(typeof(FixedSize), "fixed")]
[JsonDerivedType(typeof(LognormalSize), "lognormal")]
[JsonDerivedType(typeof(MixedSize), "mixture")]
public abstract record SizeDistribution;

public sealed record FixedSize(int Bytes) : SizeDistribution;

/// <param name="Median">Bytes.</param>
/// <param name="Sigma">Standard deviation of the logarithm.</param>
/// <param name="Maximum">Bytes; larger draws are cut to it.</param>
public sealed record LognormalSize(double Median, double Sigma = 0.8, int Maximum = 1_000_000) : SizeDistribution;

public sealed record MixedSize(ImmutableArray<WeightedSize> Parts) : SizeDistribution;

public sealed record WeightedSize(double Weight, SizeDistribution Size);
