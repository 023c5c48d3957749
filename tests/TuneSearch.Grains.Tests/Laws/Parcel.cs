namespace TuneSearch.Grains.Tests.Laws;

/// <summary>Something that can change, on its way to a grain.</summary>
[GenerateSerializer]
[Alias("TuneSearch.Tests.Parcel")]
public sealed class Parcel
{
    [Id(0)]
    public string Label { get; set; } = string.Empty;

    [Id(1)]
    public List<int> Items { get; set; } = [];
}
