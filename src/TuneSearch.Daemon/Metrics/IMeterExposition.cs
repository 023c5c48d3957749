using Microsoft.AspNetCore.Builder;

namespace TuneSearch.Daemon.Metrics;

/// <summary>Reads the meter from the start of the host on and serves it; each package set has its own.</summary>
internal interface IMeterExposition
{
    /// <summary>Serves <c>/metrics</c>.</summary>
    void Map(WebApplication app);
}
