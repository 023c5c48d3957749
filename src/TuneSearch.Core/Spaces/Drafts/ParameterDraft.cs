using System.Collections.Immutable;

namespace TuneSearch.Core.Spaces.Drafts;

/// <summary>A parameter as a file describes it, not yet checked. Null means not written.</summary>
public sealed record ParameterDraft(string Name)
{
    /// <summary>Where it takes effect; by default what the catalogue says, else custom.</summary>
    public ParameterScope? Scope { get; init; }

    /// <summary>By default what the catalogue says, else what range or values suggest.</summary>
    public DomainType? Type { get; init; }

    /// <summary>Smallest and largest value, both included; for integers and reals.</summary>
    public ImmutableArray<RawValue>? Range { get; init; }

    /// <summary>The list to choose from; for categoricals and ordinals.</summary>
    public ImmutableArray<RawValue>? Values { get; init; }

    /// <summary>linear, where equal steps add, or log, where they multiply.</summary>
    public Scale? Scale { get; init; }

    /// <summary>The grid on which values lie, counted from the start of the range.</summary>
    public RawValue? Step { get; init; }

    /// <summary>Values beside the range that mean something of their own, as -1 for the system's choice.</summary>
    public ImmutableArray<RawValue>? Special { get; init; }

    /// <summary>Today's value; by default what the catalogue says, else the middle of the range, the first of categorical values, false.</summary>
    public RawValue? Default { get; init; }

    /// <summary>The condition under which it is active; always, by default.</summary>
    public string? When { get; init; }

    /// <summary>Keeps its default: it is known and applied, never searched.</summary>
    public bool? Frozen { get; init; }

    /// <summary>What it takes to change it on a running cluster.</summary>
    public UpdateMode? UpdateMode { get; init; }

    /// <summary>In which its numbers count; by default what its name ends in (.ms, .bytes).</summary>
    public string? Unit { get; init; }

    public string? Description { get; init; }
}
