namespace TuneSearch.Core.Storage;

/// <summary>A job of that id is stored already.</summary>
public sealed class JobExistsException(string id) : Exception($"Job '{id}' is in the store already. Submit under another id.")
{
    public string Id { get; } = id;
}
