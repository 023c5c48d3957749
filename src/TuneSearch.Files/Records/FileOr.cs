namespace TuneSearch.Files.Records;

/// <summary>A part that stands in a file of its own, named by its path, or right here.</summary>
internal sealed record FileOr<T>(string? Path = null, T? Inline = null)
    where T : class;
