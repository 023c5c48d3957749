namespace TuneSearch.Grains.Tests.Laws;

/// <summary>A type that says nothing about how it travels.</summary>
public sealed class UnmarkedParcel
{
    public string Label { get; set; } = string.Empty;
}
