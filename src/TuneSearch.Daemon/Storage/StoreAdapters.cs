namespace TuneSearch.Daemon.Storage;

/// <summary>The stores of this build; the first is the default.</summary>
internal sealed class StoreAdapters(params StoreAdapter[] adapters)
{
    public IEnumerable<string> Names => adapters.Select(adapter => adapter.Name);

    public StoreAdapter? Find(string name) => adapters.FirstOrDefault(adapter => adapter.Name == name);

    /// <summary>The adapter of that name, the default for an empty one.</summary>
    public StoreAdapter Select(string name) => name.Length == 0 ? adapters[0] : Find(name) ?? adapters[0];
}
