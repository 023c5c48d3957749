using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using TuneSearch.Core.Quantities;

namespace TuneSearch.Core.Workloads;

/// <summary>Message sizes in bytes, payload without key.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "distribution")]
[JsonDerivedType(typeof(FixedSize), "fixed")]
[JsonDerivedType(typeof(LognormalSize), "lognormal")]
[JsonDerivedType(typeof(MixedSize), "mixture")]
public abstract record SizeDistribution;

public sealed record FixedSize([property: Range(1, 100_000_000), CountsIn(Dimension.Size)] int Bytes) : SizeDistribution;

/// <param name="Median">Bytes.</param>
/// <param name="Sigma">Standard deviation of the logarithm.</param>
/// <param name="Maximum">Bytes; larger draws are cut to it.</param>
public sealed record LognormalSize(
    [property: Range(1.0, 1e8), CountsIn(Dimension.Size)] double Median,
    [property: Range(0.0, 5.0)] double Sigma = 0.8,
    [property: Range(1, 100_000_000), CountsIn(Dimension.Size)] int Maximum = 1_000_000) : SizeDistribution;

public sealed record MixedSize(ImmutableArray<WeightedSize> Parts) : SizeDistribution;

public sealed record WeightedSize([property: Range(0.0, 1e9)] double Weight, SizeDistribution Size);
