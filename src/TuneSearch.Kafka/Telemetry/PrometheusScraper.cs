using System.Collections.Immutable;
using TuneSearch.Core.Clusters;

namespace TuneSearch.Kafka.Telemetry;

/// <summary>Fetches chosen series from the endpoints that a job names (a JMX exporter's, most often).</summary>
internal sealed class PrometheusScraper(ImmutableArray<PrometheusSource> sources, HttpClient http)
{
    /// <summary>The chosen series now. An endpoint that does not answer has none: telemetry never fails a trial.</summary>
    public async Task<ImmutableSortedDictionary<string, double>> ScrapeAsync(CancellationToken cancellationToken)
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        foreach (var source in sources)
        {
            try
            {
                values.AddRange(PrometheusText.Select(await http.GetStringAsync(new Uri(source.Url), cancellationToken), source.Series)
                    .Where(v => !values.ContainsKey(v.Key)));
            }
            catch (HttpRequestException)
            {
                continue;
            }
            catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                continue;
            }
        }

        return values.ToImmutable();
    }
}
