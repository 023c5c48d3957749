using Microsoft.AspNetCore.Builder;

using Prometheus;

using TuneSearch.Daemon.Metrics;

namespace TuneSearch.Daemon.PackageSets.Exposition;

/// <summary>Serves the meter through prometheus-net.</summary>
internal sealed class RegistryExposition(MeterBridge bridge) : IMeterExposition
{
    public void Map(WebApplication app) => app.MapMetrics("/metrics", bridge.Registry);
}
