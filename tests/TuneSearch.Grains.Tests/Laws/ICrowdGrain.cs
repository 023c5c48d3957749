namespace TuneSearch.Grains.Tests.Laws;

/// <summary>A grain whose class is marked as reentrant.</summary>
[Alias("TuneSearch.Tests.ICrowdGrain")]
public interface ICrowdGrain : IGrainWithIntegerKey
{
    [Alias("Work")]
    Task<int> WorkAsync();

    [Alias("Key")]
    Task<long> KeyAsync();
}
