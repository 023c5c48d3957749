using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace TuneSearch.Core.Measurements;

/// <summary>How a trial ended.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "outcome")]
[JsonDerivedType(typeof(Measured), "measured")]
[JsonDerivedType(typeof(Infeasible), "infeasible")]
[JsonDerivedType(typeof(Invalid), "invalid")]
[JsonDerivedType(typeof(Faulted), "faulted")]
[JsonDerivedType(typeof(Stopped), "stopped")]
public abstract record TrialOutcome;

/// <summary>Every episode was measured; one measurement an episode, in order.</summary>
public sealed record Measured(ImmutableArray<Measurement> Measurements) : TrialOutcome;

/// <summary>The configuration cannot run: refused, died of, or against the law. A fact about the configuration.</summary>
public sealed record Infeasible(string Reason) : TrialOutcome;

/// <summary>The measuring went wrong (saturated generator, broken clock, stolen machine): nothing was learnt, measure again.</summary>
public sealed record Invalid(string Reason) : TrialOutcome;

/// <summary>Cluster or evaluator failed for a reason that is not the configuration's: retried, then the job stops with this.</summary>
public sealed record Faulted(string Reason) : TrialOutcome;

/// <summary>Hopeless, so stopped early; what had been measured is kept.</summary>
public sealed record Stopped(ImmutableArray<Measurement> Measurements, string Reason) : TrialOutcome;
