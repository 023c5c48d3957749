using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

using TuneSearch.Daemon.Metrics;

namespace TuneSearch.Daemon.PackageSets.Exposition;

/// <summary>Serves the meter as Prometheus text.</summary>
internal sealed class TextExposition(MeterReader meters) : IMeterExposition
{
    public void Map(WebApplication app) =>
        app.MapGet("/metrics", () => Results.Text(PrometheusText.Write(meters.Collect()), PrometheusText.ContentType)).ExcludeFromDescription();
}
