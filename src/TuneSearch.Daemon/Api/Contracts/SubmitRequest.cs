using System.Collections.Immutable;

namespace TuneSearch.Daemon.Api.Contracts;

/// <summary>A job to submit or to validate: either a bundle (<see cref="Entry"/> and <see cref="Files"/>) or the path of a job file that the daemon can read.</summary>
public sealed record SubmitRequest
{
    /// <summary>The job file's path among <see cref="Files"/>.</summary>
    public string? Entry { get; init; }

    /// <summary>Text by path; paths use forward slashes.</summary>
    public ImmutableSortedDictionary<string, string>? Files { get; init; }

    /// <summary>Where the files were found; relative paths of the cluster's settings start there.</summary>
    public string? Folder { get; init; }

    /// <summary>A job file below one of the daemon's job roots, instead of a bundle.</summary>
    public string? Path { get; init; }
}
