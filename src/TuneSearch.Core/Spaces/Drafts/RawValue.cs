namespace TuneSearch.Core.Spaces.Drafts;

/// <summary>A value as a file writes it; what it means depends on the parameter.</summary>
/// <param name="IsQuoted">Quoted values are texts whatever they look like.</param>
public readonly record struct RawValue(string Text, bool IsQuoted = false)
{
    public override string ToString() => Text;
}
