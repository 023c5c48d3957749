using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using TuneSearch.Core.Quantities;

namespace TuneSearch.Core.Workloads;

/// <summary>When messages are meant to be sent, per profile and summed over its producers.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "process")]
[JsonDerivedType(typeof(ClosedLoop), "closed")]
[JsonDerivedType(typeof(ConstantArrivals), "constant")]
[JsonDerivedType(typeof(PoissonArrivals), "poisson")]
[JsonDerivedType(typeof(BurstArrivals), "bursts")]
[JsonDerivedType(typeof(DiurnalArrivals), "diurnal")]
public abstract record ArrivalProcess;

/// <summary>As fast as the cluster takes them, with at most <paramref name="Outstanding"/> messages unacknowledged a producer.</summary>
public sealed record ClosedLoop([property: Range(1, 10_000_000)] int Outstanding = 10_000) : ArrivalProcess;

/// <param name="Rate">Messages a second.</param>
public sealed record ConstantArrivals([property: Range(0.001, 1e9)] double Rate) : ArrivalProcess;

/// <param name="Rate">Messages a second on average; the gaps are exponential.</param>
public sealed record PoissonArrivals([property: Range(0.001, 1e9)] double Rate) : ArrivalProcess;

/// <summary>On and off, each for an exponential time; Poisson arrivals at either rate.</summary>
/// <param name="Rate">Messages a second while on.</param>
/// <param name="OffRate">Messages a second while off.</param>
/// <param name="OnSeconds">Mean length of a burst.</param>
/// <param name="OffSeconds">Mean length of a pause.</param>
public sealed record BurstArrivals(
    [property: Range(0.001, 1e9)] double Rate,
    [property: Range(0.0, 1e9)] double OffRate = 0,
    [property: Range(0.001, 86400.0), CountsIn(Dimension.Time)] double OnSeconds = 1,
    [property: Range(0.001, 86400.0), CountsIn(Dimension.Time)] double OffSeconds = 4) : ArrivalProcess;

/// <summary>A day's swing squeezed into the episode: a sine from trough to peak, Poisson around it.</summary>
/// <param name="Rate">Messages a second on average.</param>
/// <param name="Swing">Half the swing as a share of the rate, 0 to 1.</param>
/// <param name="PeriodSeconds">Length of a «day».</param>
public sealed record DiurnalArrivals(
    [property: Range(0.001, 1e9)] double Rate,
    [property: Range(0.0, 1.0), CountsIn(Dimension.Ratio)] double Swing = 0.6,
    [property: Range(0.001, 86400.0), CountsIn(Dimension.Time)] double PeriodSeconds = 60) : ArrivalProcess;
