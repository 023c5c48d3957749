namespace TuneSearch.Testing.Requirements;

/// <summary>On a test class: what its tests need beyond the reduced package set. Where it is missing they are skipped and say so.</summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class RequirementAttribute : Attribute
{
    /// <summary>Why the tests cannot run here, and the way out; null where they can.</summary>
    public abstract string? Missing { get; }
}
