using System.Collections.Immutable;

namespace TuneSearch.Core.Jobs;

/// <summary>A job file and every file it names, as texts: what is submitted and stored, so that a job outlives changes to its files.</summary>
/// <param name="Entry">The job file's path among <paramref name="Files"/>.</param>
/// <param name="Files">Text by path; paths use forward slashes.</param>
/// <param name="Folder">Where the files were found; relative paths of the cluster's settings start at the entry's folder in it.</param>
public sealed record JobBundle(string Entry, ImmutableSortedDictionary<string, string> Files, string? Folder = null)
{
    /// <summary>Takes the place of the file's seed; null leaves it.</summary>
    public ulong? Seed { get; init; }

    /// <summary>Takes the place of the file's <c>budget.trials</c>; null leaves it.</summary>
    public int? Trials { get; init; }
}
