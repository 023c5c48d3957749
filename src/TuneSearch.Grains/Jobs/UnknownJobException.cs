namespace TuneSearch.Grains.Jobs;

/// <summary>The store has no job of that id.</summary>
[GenerateSerializer]
[Alias("TuneSearch.UnknownJobException")]
public sealed class UnknownJobException(string message) : Exception(message)
{
    public static UnknownJobException Of(string id) => new($"There is no job '{id}' in the store. 'tunesearch jobs' lists those there are.");
}
