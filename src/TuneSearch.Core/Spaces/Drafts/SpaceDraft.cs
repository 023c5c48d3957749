using System.Collections.Immutable;

namespace TuneSearch.Core.Spaces.Drafts;

/// <summary>A search space as a file describes it, not yet checked.</summary>
public sealed record SpaceDraft(string Name)
{
    public string? Description { get; init; }

    /// <summary>The catalogue that parameters inherit from, as kafka/3.9; none by default.</summary>
    public string? Use { get; init; }

    /// <summary>What can be set; a bare name takes everything from the catalogue.</summary>
    public ImmutableArray<ParameterDraft> Parameters { get; init; } = [];

    /// <summary>Laws between parameters that every configuration must obey.</summary>
    public ImmutableArray<string> Constraints { get; init; } = [];
}
