using TuneSearch.Core.Storage;

namespace TuneSearch.Daemon.Storage;

/// <summary>The adapter that the settings chose, open; whoever reads and writes takes <see cref="IJobStore"/>, which measures.</summary>
internal sealed record OpenStore(IJobStore Adapter);
