namespace TuneSearch.Core.Storage;

/// <summary>An append or a piece of evidence names a job that is not stored.</summary>
public sealed class NoSuchJobException(string id) : Exception($"Job '{id}' is not in the store. Create it before anything is kept with it.")
{
    public string Id { get; } = id;
}
