using System.Globalization;

namespace TuneSearch.Files;

/// <summary>Why a file cannot be read, and what to do about it.</summary>
/// <param name="Reason">As the rest of a sentence on the file: «it may not be read».</param>
internal sealed record Unreadable(string Reason, string Remedy)
{
    /// <summary>From 1; 0 where it is the file as a whole.</summary>
    public int Line { get; init; }

    /// <summary>Whether no file stands at the path, so that the path itself is what to look at.</summary>
    public bool IsMissing { get; init; }

    /// <summary>The place in the file of this name.</summary>
    public string In(string file) => Line == 0 ? file : string.Create(CultureInfo.InvariantCulture, $"{file}:{Line}:1");
}
