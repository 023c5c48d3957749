using System.Text.Json.Serialization;

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
public sealed record ClosedLoop(int Outstanding = 10_000) : ArrivalProcess;

/// <param name="Rate">Messages a second.</param>
public sealed record ConstantArrivals(double Rate) : ArrivalProcess;

/// <param name="Rate">Messages a second on average; the gaps are exponential.</param>
public sealed record PoissonArrivals(double Rate) : ArrivalProcess;

/// <summary>On and off, each for an exponential time; Poisson arrivals at either rate.</summary>
/// <param name="Rate">Messages a second while on.</param>
/// <param name="OffRate">Messages a second while off.</param>
/// <param name="OnSeconds">Mean length of a burst.</param>
/// <param name="OffSeconds">Mean length of a pause.</param>
public sealed record BurstArrivals(double Rate, double OffRate = 0, double OnSeconds = 1, double OffSeconds = 4) : ArrivalProcess;

/// <summary>A day's swing squeezed into the episode: a sine from trough to peak, Poisson around it.</summary>
/// <param name="Rate">Messages a second on average.</param>
/// <param name="Swing">Half the swing as a share of the rate, 0 to 1.</param>
/// <param name="PeriodSeconds">Length of a «day».</param>
public sealed record DiurnalArrivals(double Rate, double Swing = 0.6, double PeriodSeconds = 60) : ArrivalProcess;
