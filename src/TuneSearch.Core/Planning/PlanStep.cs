using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace TuneSearch.Core.Planning;

/// <summary>One step of a plan. Steps are taken in order, each only after the one before was seen to count.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "step")]
[JsonDerivedType(typeof(HookStep), "hook")]
[JsonDerivedType(typeof(KernelStep), "kernel")]
[JsonDerivedType(typeof(AlterStep), "alter")]
[JsonDerivedType(typeof(RestartStep), "restart")]
public abstract record PlanStep(ImmutableArray<SettingEdit> Edits);

/// <summary>The user's command changes what only it can.</summary>
public sealed record HookStep(ImmutableArray<SettingEdit> Edits) : PlanStep(Edits);

/// <summary>Kernel settings are written.</summary>
public sealed record KernelStep(ImmutableArray<SettingEdit> Edits) : PlanStep(Edits);

/// <summary>Dynamic settings of brokers and topics are changed in one request.</summary>
public sealed record AlterStep(ImmutableArray<SettingEdit> Edits) : PlanStep(Edits);

/// <summary>One broker is stopped, given its new start settings, started, and waited for until its replicas are in sync.</summary>
public sealed record RestartStep(string Broker, ImmutableArray<SettingEdit> Edits) : PlanStep(Edits);
