namespace TuneSearch.Core.Spaces;

/// <summary>What a catalogue knows of a parameter.</summary>
/// <param name="Template">Everything that a space inherits; the text of its condition is taken over where the space has all its names.</param>
/// <param name="IsDurability">Whether it decides what is lost when machines fail: frozen unless the job allows otherwise.</param>
/// <param name="Minimum">The least value that the software takes; null for no limit or where values are listed.</param>
/// <param name="Maximum">The largest.</param>
public sealed record CatalogueEntry(Parameter Template, bool IsDurability = false, double? Minimum = null, double? Maximum = null);
