using TuneSearch.Core.Storage;
using TuneSearch.Daemon.Options;

namespace TuneSearch.Daemon.Storage;

/// <summary>One way to keep jobs, by the name that settings choose it with.</summary>
/// <param name="Open">Makes the store; the data directory exists.</param>
internal sealed record StoreAdapter(string Name, bool NeedsConnection, Func<DaemonOptions, TimeProvider, IJobStore> Open);
