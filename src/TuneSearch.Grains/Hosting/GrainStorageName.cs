namespace TuneSearch.Grains.Hosting;

/// <summary>The storage provider of every grain's state.</summary>
public static class GrainStorageName
{
    public const string Value = "tunesearch";
}
