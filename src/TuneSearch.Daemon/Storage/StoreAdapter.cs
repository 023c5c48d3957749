using TuneSearch.Core.Storage;
using TuneSearch.Daemon.Options;

namespace TuneSearch.Daemon.Storage;

/// <summary>One way to keep jobs, by the name that settings choose it with.</summary>
/// <param name="Open">Makes the store; the second argument makes and locks the data directory and gives its path, for those who need one.</param>
internal sealed record StoreAdapter(string Name, bool NeedsConnection, Func<StoreOptions, Func<string>, IJobStore> Open);
