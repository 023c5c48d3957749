using System.Collections.Immutable;
using TuneSearch.Core.Objectives;

namespace TuneSearch.Files.Jobs;

/// <summary>The <c>objective:</c> section.</summary>
internal sealed record ObjectiveFile
{
    /// <summary>An expression over metrics; this or minimize.</summary>
    public string? Maximize { get; init; }

    public string? Minimize { get; init; }

    /// <summary>Limits that an answer must keep.</summary>
    public ImmutableArray<string> SubjectTo { get; init; } = [];

    public GateSpec Gate { get; init; } = new();
}
