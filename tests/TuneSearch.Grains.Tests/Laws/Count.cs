namespace TuneSearch.Grains.Tests.Laws;

[GenerateSerializer]
[Alias("TuneSearch.Tests.Count")]
public sealed class Count
{
    [Id(0)]
    public int Value { get; set; }
}
